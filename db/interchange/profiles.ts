import { ImportProfile, readyProfile, readyProfileCodes } from '../../shared/interchange/contract.ts'
import { runtimeKey } from '../../shared/texts.ts'
import type { CommandsOf, QueriesOf } from '../context.ts'
import { libraryWords } from '../words.ts'

export const profileQueries: Pick<QueriesOf<'interchange'>, 'profiles'> = {
  async profiles(_, { db }) {
    const t = await libraryWords(db)
    const own = await db.selectFrom('importProfile').selectAll().orderBy('name').execute()
    return [
      ...own.map(({ id, profile }) => ({ id, code: '', profile: ImportProfile.parse(JSON.parse(profile)) })),
      ...readyProfileCodes.map((code) => ({
        id: null,
        code,
        profile: readyProfile(code, t(runtimeKey(`interchange.profiles.${code}`))),
      })),
    ]
  },
}

export const profileCommands: Pick<CommandsOf<'interchange'>, 'saveProfile' | 'removeProfile'> = {
  async saveProfile({ id, profile }, { db, fail }) {
    const { name } = profile
    const twin = await db
      .selectFrom('importProfile')
      .select('id')
      .where('name', '=', name)
      .where('id', '!=', id ?? 0)
      .executeTakeFirst()
    if (twin) fail('duplicate_name', { id: twin.id, name })
    const values = { name, profile: JSON.stringify(profile) }
    if (id === null) {
      const made = await db
        .insertInto('importProfile')
        .values(values)
        .returning('id')
        .executeTakeFirstOrThrow()
      return { id: made.id, code: '', profile }
    }
    const { numUpdatedRows } = await db
      .updateTable('importProfile')
      .set(values)
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    if (numUpdatedRows === 0n) fail('profile_not_found', { id })
    return { id, code: '', profile }
  },

  async removeProfile({ id }, { db, fail }) {
    const { numDeletedRows } = await db
      .deleteFrom('importProfile')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    if (numDeletedRows === 0n) fail('profile_not_found', { id })
    return { id }
  },
}
