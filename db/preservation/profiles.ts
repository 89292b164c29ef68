import type { Selectable } from 'kysely'
import { sortKey } from '../../shared/collate.ts'
import type { Profile } from '../../shared/preservation/contract.ts'
import { patternProblem } from '../../shared/preservation/naming.ts'
import type { Reader, Writer } from '../connection.ts'
import type { CommandsOf, QueriesOf } from '../context.ts'
import type { Fail } from '../failure.ts'
import type { Schema } from '../schema.generated.ts'

export const profileQueries: Pick<QueriesOf<'preservation'>, 'profiles'> = {
  async profiles(_, { db }) {
    const rows = await db.selectFrom('fileProfile').selectAll().execute()
    return rows.map(asProfile).toSorted((a, b) => (sortKey(a.name) < sortKey(b.name) ? -1 : 1))
  },
}

type ProfileVerb = 'addProfile' | 'updateProfile' | 'removeProfile'

export const profileCommands: Pick<CommandsOf<'preservation'>, ProfileVerb> = {
  async addProfile({ formats, ...fields }, { db, fail }) {
    await requireUsable(db, { id: 0, ...fields }, fail)
    const row = await db
      .insertInto('fileProfile')
      .values({ ...fields, formats: JSON.stringify(formats) })
      .returningAll()
      .executeTakeFirstOrThrow()
    return asProfile(row)
  },

  async updateProfile({ id, rev, formats, ...fields }, { db, fail }) {
    await requireRev(db, { id, rev }, fail)
    await requireUsable(db, { id, ...fields }, fail)
    const row = await db
      .updateTable('fileProfile')
      .set({ ...fields, formats: JSON.stringify(formats), rev: rev + 1 })
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow()
    // What was judged by the old rule is to be judged again; nothing is read for that.
    await db
      .updateTable('fileFolder')
      .set({ state: 'partial' })
      .where('profileId', '=', id)
      .where('state', '=', 'checked')
      .execute()
    return asProfile(row)
  },

  async removeProfile({ id, rev }, { db, fail }) {
    await requireRev(db, { id, rev }, fail)
    const user = await db
      .selectFrom('fileFolder')
      .select((is) => is.fn.countAll<number>().as('folders'))
      .where('profileId', '=', id)
      .executeTakeFirstOrThrow()
    if (user.folders > 0) fail('profile_in_use', { id, folders: user.folders })
    await db.deleteFrom('fileProfile').where('id', '=', id).execute()
    return { id }
  },
}

export function asProfile({ formats, ...row }: Selectable<Schema['fileProfile']>): Profile {
  return { ...row, formats: JSON.parse(formats) as Profile['formats'] }
}

async function requireUsable(
  db: Reader,
  { id, name, pattern }: { id: number; name: string; pattern: string },
  fail: Fail<'duplicate_name' | 'pattern_wrong'>,
): Promise<void> {
  const problem = patternProblem(pattern)
  if (problem) fail('pattern_wrong', { pattern, problem })
  const twin = await db
    .selectFrom('fileProfile')
    .select('id')
    .where('name', '=', name)
    .where('id', '<>', id)
    .executeTakeFirst()
  if (twin) fail('duplicate_name', { id: twin.id, name })
}

async function requireRev(
  db: Writer,
  { id, rev }: { id: number; rev: number },
  fail: Fail<'profile_not_found'>,
): Promise<void> {
  const profile = await db.selectFrom('fileProfile').select('rev').where('id', '=', id).executeTakeFirst()
  if (!profile) return fail('profile_not_found', { id })
  if (profile.rev !== rev) fail('stale', { id, rev: profile.rev })
}
