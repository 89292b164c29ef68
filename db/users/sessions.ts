import { randomBytes } from 'node:crypto'
import { isWeakPassword, passwordMinLength, throttleSeconds } from '../../shared/users/rules.ts'
import { hashToken, oldestSession } from '../authorise.ts'
import type { Writer } from '../connection.ts'
import type { CommandContext } from '../context.ts'
import type { Fail } from '../failure.ts'
import { passwordMatches } from './passwords.ts'

type PasswordError = 'wrong_credentials' | 'throttled'
type Trial = { db: Writer; now: string; fail: Fail<PasswordError> }

/** A name that does not exist takes as long to refuse as a wrong password. */
const decoyHash = `$scrypt$ln=15,r=8,p=3$${'A'.repeat(22)}$${'A'.repeat(43)}`

/** Checks a password, counting wrong ones; the count survives the refusal. */
export async function requirePassword({ db, now, fail }: Trial, username: string, password: string) {
  const user = await db
    .selectFrom('user')
    .select(['id', 'username', 'passwordHash', 'disabledAt'])
    .where('username', '=', username)
    .executeTakeFirst()
  const failure = await db
    .selectFrom('signInFailure')
    .selectAll()
    .where('username', '=', username)
    .executeTakeFirst()
  const waitMs = failure
    ? Date.parse(failure.lastAt) + throttleSeconds(failure.failures) * 1000 - Date.parse(now)
    : 0
  // A clock set back must not lock anybody out for longer than the throttle itself.
  const longestMs = throttleSeconds(failure?.failures ?? 0) * 1000
  if (waitMs > 0 && waitMs <= longestMs) fail('throttled', { seconds: Math.ceil(waitMs / 1000) })
  const matches = await passwordMatches(password, user?.passwordHash ?? decoyHash)
  if (!user || !matches) {
    await countFailure(db, username, now)
    if (user) await recordSignIn(db, user.id, 'refused')
    return fail.keeping('wrong_credentials')
  }
  if (failure) await db.deleteFrom('signInFailure').where('username', '=', username).execute()
  return user
}

/** Whoever signs in front of everybody says so once more with the password. */
export async function requireOwnPassword(
  context: CommandContext<PasswordError>,
  password: string,
): Promise<number> {
  const { db, fail, actor } = context
  const userId = actor?.userId ?? fail('signed_out')
  const { username } = await db
    .selectFrom('user')
    .select('username')
    .where('id', '=', userId)
    .executeTakeFirstOrThrow()
  await requirePassword(context, username, password)
  return userId
}

async function countFailure(db: Writer, username: string, now: string): Promise<void> {
  await db
    .insertInto('signInFailure')
    .values({ username, failures: 1, lastAt: now })
    .onConflict((conflict) =>
      conflict
        .column('username')
        .doUpdateSet((is) => ({ failures: is('signInFailure.failures', '+', 1), lastAt: now })),
    )
    .execute()
}

function recordSignIn(db: Writer, userId: number, outcome: 'granted' | 'refused') {
  return db.insertInto('signIn').values({ userId, outcome }).execute()
}

export async function startSession(context: CommandContext, userId: number): Promise<void> {
  const { db, now, sessionHash, giveSession } = context
  if (sessionHash) await db.deleteFrom('session').where('tokenHash', '=', sessionHash).execute()
  await db.deleteFrom('session').where('startedAt', '<', oldestSession(now)).execute()
  const token = randomBytes(32).toString('base64url')
  await db
    .insertInto('session')
    .values({ tokenHash: hashToken(token), userId, startedAt: now, seenAt: now })
    .execute()
  await recordSignIn(db, userId, 'granted')
  giveSession(token)
}

export function requireStrong(password: string, username: string, fail: Fail<'weak_password'>): void {
  if (isWeakPassword(password, username)) fail('weak_password', { minLength: passwordMinLength })
}
