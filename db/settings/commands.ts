import { randomBytes } from 'node:crypto'
import { uuidV7 } from '../../shared/ids.ts'
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
}

type Place = { provinceCode: string; formerProvinceCode: string }
type Start = Place & { libraryName: string; site: string; language: 'vi' | 'en' }

/** The profile as the first-run wizard leaves it; what papers need beyond it is filled in under Settings. */
export async function startLibrary(
  { db, fail, now }: { db: Writer; fail: Fail<'unknown_province'>; now: string },
  { libraryName, site, language, provinceCode, formerProvinceCode }: Start,
): Promise<void> {
  await requireProvince(db, { provinceCode, formerProvinceCode }, fail)
  await db
    .insertInto('library')
    .values({
      uuid: uuidV7(Date.parse(now), randomBytes(16)),
      name: libraryName,
      code: '',
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
