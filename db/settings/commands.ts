import { randomBytes } from 'node:crypto'
import { uuidV7 } from '../../shared/ids.ts'
import { startTemplates } from '../catalogue/index.ts'
import type { Writer } from '../connection.ts'
import type { CommandsOf } from '../context.ts'
import type { Fail } from '../failure.ts'
import { libraryColumns } from './queries.ts'

export const commands: CommandsOf<'settings'> = {
  async setLibrary({ rev, ...fields }, { db, fail }) {
    const library = await db.selectFrom('library').select(['id', 'rev']).executeTakeFirstOrThrow()
    if (library.rev !== rev) fail('stale', { rev: library.rev })
    await requireProvince(db, fields, fail)
    return db
      .updateTable('library')
      .set({ ...fields, rev: rev + 1 })
      .where('id', '=', library.id)
      .returning(libraryColumns)
      .returning('uuid as id')
      .executeTakeFirstOrThrow()
  },

  async setCallNumberRule(rule, { db }) {
    await db
      .updateTable('library')
      .set({ callNumberRule: JSON.stringify(rule) })
      .execute()
    return rule
  },
}

type Place = { provinceCode: string; formerProvinceCode: string }
type Start = Place & { libraryName: string; site: string; code: string; language: 'vi' | 'en' }

/** What nearly every library calls the one it begins with; renamed like any other. */
const firstStore = 'Kho chính'

/** The profile as the first-run wizard leaves it; what papers need beyond it is filled in under Settings. */
export async function startLibrary(
  { db, fail, now, today }: { db: Writer; fail: Fail<'unknown_province'>; now: string; today: string },
  { libraryName, site, code, language, provinceCode, formerProvinceCode }: Start,
): Promise<void> {
  await requireProvince(db, { provinceCode, formerProvinceCode }, fail)
  await db
    .insertInto('library')
    .values({
      uuid: uuidV7(Date.parse(now), randomBytes(16)),
      name: libraryName,
      code,
      provinceCode,
      formerProvinceCode,
      site,
      language,
      lockAfterMinutes: 15,
      governingBody: '',
      placeName: '',
      reportSymbol: '',
      recipients: '',
      signerTitle: '',
      signerName: '',
    })
    .execute()
  const { id: siteId } = await db
    .insertInto('site')
    .values({ name: site || libraryName })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db.insertInto('store').values({ siteId, name: firstStore }).execute()
  await startTemplates(db, today)
}

async function requireProvince(db: Writer, place: Place, fail: Fail<'unknown_province'>): Promise<void> {
  const former = await db
    .selectFrom('formerProvince')
    .select('id')
    .where('code', '=', place.formerProvinceCode)
    .where('provinceCode', '=', place.provinceCode)
    .executeTakeFirst()
  if (!former) fail('unknown_province', place)
}
