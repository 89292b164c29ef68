import type { Role } from '../../shared/users/rules.ts'
import type { Writer } from '../connection.ts'
import type { CommandsOf } from '../context.ts'
import type { Fail } from '../failure.ts'
import { startLibrary } from '../settings/index.ts'
import { hashPassword } from './passwords.ts'
import { requirePassword, requireStrong, startSession } from './sessions.ts'
import { userColumns } from './queries.ts'

const done = { done: true } as const

export const commands: CommandsOf<'users'> = {
  async setUp({ name, username, password, ...library }, context) {
    const { db, fail, passwordWork } = context
    if (await db.selectFrom('user').select('id').limit(1).executeTakeFirst()) fail('already_set_up')
    requireStrong(password, username, fail)
    await startLibrary(context, library)
    const passwordHash = await hashPassword(password, passwordWork)
    const user = await insertUser(db, { name, username, role: 'administrator', passwordHash })
    await startSession(context, user.id)
    return done
  },

  async signIn({ username, password }, context) {
    const user = await requirePassword(context, username, password)
    if (user.disabledAt) context.fail('user_disabled')
    await startSession(context, user.id)
    return done
  },

  async unlock({ password }, context) {
    const { db, fail, now, sessionHash } = context
    const seat = await db
      .selectFrom('session')
      .innerJoin('user', 'user.id', 'session.userId')
      .select('user.username')
      .where('session.tokenHash', '=', sessionHash ?? '')
      .executeTakeFirst()
    await requirePassword(context, seat?.username ?? fail('signed_out'), password)
    await db
      .updateTable('session')
      .set({ lockedAt: null, seenAt: now })
      .where('tokenHash', '=', sessionHash ?? '')
      .execute()
    return done
  },

  async lock(_, { db, now, sessionHash }) {
    await db
      .updateTable('session')
      .set({ lockedAt: now })
      .where('tokenHash', '=', sessionHash ?? '')
      .execute()
    return done
  },

  async touch(_, { db, now, sessionHash }) {
    await db
      .updateTable('session')
      .set({ seenAt: now })
      .where('tokenHash', '=', sessionHash ?? '')
      .execute()
    return done
  },

  async signOut(_, { db, sessionHash, giveSession }) {
    await db
      .deleteFrom('session')
      .where('tokenHash', '=', sessionHash ?? '')
      .execute()
    giveSession(null)
    return done
  },

  async add({ username, name, role, password }, { db, fail, passwordWork }) {
    const twin = await db.selectFrom('user').select('id').where('username', '=', username).executeTakeFirst()
    if (twin) fail('username_taken', { username })
    requireStrong(password, username, fail)
    return insertUser(db, { name, username, role, passwordHash: await hashPassword(password, passwordWork) })
  },

  async update({ id, rev, name, role }, { db, fail }) {
    await requireUser(db, { id, rev }, fail)
    if (role !== 'administrator') await requireOtherAdministrator(db, id, fail)
    return change(db, { id, rev }, { name, role })
  },

  async disable({ id, rev }, { db, fail, now }) {
    await requireUser(db, { id, rev }, fail)
    await requireOtherAdministrator(db, id, fail)
    await db.deleteFrom('session').where('userId', '=', id).execute()
    return change(db, { id, rev }, { disabledAt: now })
  },

  async enable({ id, rev }, { db, fail }) {
    await requireUser(db, { id, rev }, fail)
    return change(db, { id, rev }, { disabledAt: null })
  },

  async resetPassword({ id, password }, { db, fail, passwordWork }) {
    const user = await db
      .selectFrom('user')
      .select(['username', 'rev'])
      .where('id', '=', id)
      .executeTakeFirst()
    const { username, rev } = user ?? fail('user_not_found', { id })
    requireStrong(password, username, fail)
    await change(db, { id, rev }, { passwordHash: await hashPassword(password, passwordWork) })
    await db.deleteFrom('session').where('userId', '=', id).execute()
    await db.deleteFrom('signInFailure').where('username', '=', username).execute()
    return done
  },

  async changePassword({ current, next }, context) {
    const { db, fail, actor, passwordWork, sessionHash } = context
    const { username, rev } = await db
      .selectFrom('user')
      .select(['username', 'rev'])
      .where('id', '=', actor?.userId ?? 0)
      .executeTakeFirstOrThrow()
    const user = await requirePassword(context, username, current)
    requireStrong(next, username, fail)
    await change(db, { id: user.id, rev }, { passwordHash: await hashPassword(next, passwordWork) })
    // Whoever sits elsewhere on the old password has to show the new one.
    await db
      .deleteFrom('session')
      .where('userId', '=', user.id)
      .where('tokenHash', '!=', sessionHash ?? '')
      .execute()
    return done
  },
}

type Version = { id: number; rev: number }
type UserValues = { name: string; role: Role; passwordHash: string; disabledAt: string | null }

function insertUser(db: Writer, values: Omit<UserValues, 'disabledAt'> & { username: string }) {
  return db.insertInto('user').values(values).returning(userColumns).executeTakeFirstOrThrow()
}

function change(db: Writer, { id, rev }: Version, values: Partial<UserValues>) {
  return db
    .updateTable('user')
    .set({ ...values, rev: rev + 1 })
    .where('id', '=', id)
    .returning(userColumns)
    .executeTakeFirstOrThrow()
}

async function requireUser(db: Writer, { id, rev }: Version, fail: Fail<'user_not_found'>): Promise<void> {
  const user = await db.selectFrom('user').select('rev').where('id', '=', id).executeTakeFirst()
  if (!user) fail('user_not_found', { id })
  else if (user.rev !== rev) fail('stale', { id, rev: user.rev })
}

/** Somebody must stay who can let others in. */
async function requireOtherAdministrator(
  db: Writer,
  id: number,
  fail: Fail<'last_administrator'>,
): Promise<void> {
  const other = await db
    .selectFrom('user')
    .select('id')
    .where('role', '=', 'administrator')
    .where('disabledAt', 'is', null)
    .where('id', '!=', id)
    .executeTakeFirst()
  if (!other) fail('last_administrator')
}
