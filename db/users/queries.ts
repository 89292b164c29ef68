import { byPersonName } from '../../shared/collate.ts'
import { User } from '../../shared/users/contract.ts'
import { permissionsOf } from '../../shared/users/rules.ts'
import type { QueriesOf } from '../context.ts'

export const userColumns = User.keyof().options

export const queries: QueriesOf<'users'> = {
  async session(_, { db, actor, isLocked }) {
    const library = await db
      .selectFrom('library')
      .select(['name', 'language', 'lockAfterMinutes'])
      .executeTakeFirst()
    const choices = await db
      .selectFrom('user')
      .select(['username', 'name'])
      .where('disabledAt', 'is', null)
      .limit(50)
      .execute()
    const user = actor
      ? await db
          .selectFrom('user')
          .select(['id', 'username', 'name', 'role'])
          .where('id', '=', actor.userId)
          .executeTakeFirstOrThrow()
      : null
    const signedIn = isLocked ? 'locked' : 'signed_in'
    return {
      state: choices.length === 0 ? 'first_run' : user ? signedIn : 'signed_out',
      user,
      permissions: user && !isLocked ? [...permissionsOf(user.role)] : [],
      choices: choices.toSorted(byPersonName),
      libraryName: library?.name ?? '',
      language: library?.language ?? 'vi',
      lockAfterMinutes: library?.lockAfterMinutes ?? 15,
    }
  },

  async list(_, { db }) {
    const users = await db.selectFrom('user').select(userColumns).execute()
    return users.toSorted(byPersonName)
  },
}
