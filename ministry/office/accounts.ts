import type { FastifyReply, FastifyRequest } from 'fastify'
import type * as z from 'zod'
import { writeAudit } from '../audit.ts'
import { randomText, sha256 } from '../crypto.ts'
import { hashPassword, nobodysHash, passwordMatches } from '../passwords.ts'
import { instantOf, type Receiver } from '../receiver.ts'
import { refuse } from '../refusal.ts'
import type { Role } from '../store/schema.ts'
import { officeHeader, type NewAccount, type NewPassword, type SignIn } from './contract.ts'

export type Person = { name: string; role: Role }

const cookieName = 'khosach-ministry'
const sessionHours = 12

function tokenIn({ headers }: FastifyRequest): string | null {
  const cookies = (headers.cookie ?? '').split(/;\s*/)
  return cookies.find((cookie) => cookie.startsWith(`${cookieName}=`))?.slice(cookieName.length + 1) ?? null
}

export async function personOf(receiver: Receiver, request: FastifyRequest): Promise<Person> {
  const token = tokenIn(request)
  if (token === null) return refuse('not_enrolled', { message: 'Sign in first.' })
  const person = await receiver.store.db
    .selectFrom('session')
    .innerJoin('account', 'account.name', 'session.account')
    .select(['account.name', 'role'])
    .where('tokenHash', '=', sha256(token))
    .where('expiresAt', '>', instantOf(receiver))
    .where('disabledAt', 'is', null)
    .executeTakeFirst()
  return person ?? refuse('not_enrolled', { message: 'Sign in first.' })
}

/** A page of another site can neither set the header nor send the cookie. */
export function requireOwnPage({ headers }: FastifyRequest): void {
  const site = headers['sec-fetch-site']
  if (headers[officeHeader] !== '1' || (site !== undefined && site !== 'same-origin')) {
    refuse('bad_request', { message: 'Only the page of this service may ask this.' })
  }
}

export async function signIn(
  receiver: Receiver,
  reply: FastifyReply,
  { name, password, isSecure }: z.output<typeof SignIn> & { isSecure: boolean },
): Promise<Person> {
  const { db } = receiver.store
  const at = instantOf(receiver)
  const account = await db
    .selectFrom('account')
    .select(['name', 'role', 'passwordHash'])
    .where('name', '=', name)
    .where('disabledAt', 'is', null)
    .executeTakeFirst()
  const isRight = await passwordMatches(password, account?.passwordHash ?? nobodysHash)
  if (!account || !isRight) {
    await writeAudit(db, { at, actor: '-', act: 'sign_in_failed', detail: { name } })
    return refuse('wrong_signature', { message: 'Name or password is wrong.' })
  }
  const token = randomText(32)
  const expiresAt = new Date(receiver.now().getTime() + sessionHours * 3_600_000).toISOString()
  await db.deleteFrom('session').where('expiresAt', '<=', at).execute()
  await db
    .insertInto('session')
    .values({ tokenHash: sha256(token), account: account.name, expiresAt })
    .execute()
  await writeAudit(db, { at, actor: account.name, act: 'sign_in', detail: {} })
  setCookie(reply, token, { seconds: sessionHours * 3600, isSecure })
  return { name: account.name, role: account.role }
}

export async function signOut(
  receiver: Receiver,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  const token = tokenIn(request)
  if (token !== null) {
    await receiver.store.db.deleteFrom('session').where('tokenHash', '=', sha256(token)).execute()
  }
  setCookie(reply, '', { seconds: 0, isSecure: false })
}

function setCookie(
  reply: FastifyReply,
  value: string,
  { seconds, isSecure }: { seconds: number; isSecure: boolean },
): void {
  const secure = isSecure ? '; Secure' : ''
  reply.header(
    'Set-Cookie',
    `${cookieName}=${value}; Path=/office; HttpOnly; SameSite=Strict; Max-Age=${seconds}${secure}`,
  )
}

export async function addAccount(
  { store: { db }, now }: Receiver,
  { name, role, password }: z.output<typeof NewAccount>,
  by: string,
): Promise<void> {
  const at = now().toISOString()
  const passwordHash = await hashPassword(password)
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('account')
    .values({ name, role, passwordHash, madeAt: at, disabledAt: null })
    .onConflict((on) => on.doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows !== 1n) refuse('conflict', { message: 'There is an account of this name.' })
  await writeAudit(db, { at, actor: by, act: 'account', detail: { name, role } })
}

/** Takes effect at once: who is signed in is signed out. The name stays, since the journal names it. */
export async function setAccountState(
  receiver: Receiver,
  { name, isDisabled }: { name: string; isDisabled: boolean },
  by: string,
): Promise<void> {
  // So there is always an administrator left.
  if (name === by) refuse('conflict', { message: 'Nobody may disable their own account.' })
  const at = instantOf(receiver)
  await receiver.store.db.transaction().execute(async (trx) => {
    const { numUpdatedRows } = await trx
      .updateTable('account')
      .set({ disabledAt: isDisabled ? at : null })
      .where('name', '=', name)
      .where('disabledAt', isDisabled ? 'is' : 'is not', null)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) return refuse('not_found')
    if (isDisabled) await trx.deleteFrom('session').where('account', '=', name).execute()
    const detail = { name, changed: isDisabled ? 'disabled' : 'enabled' }
    return writeAudit(trx, { at, actor: by, act: 'account', detail })
  })
}

/** Whoever is signed in elsewhere with the old password is signed out. */
export async function changePassword(
  receiver: Receiver,
  person: Person,
  { current, next }: z.output<typeof NewPassword>,
): Promise<void> {
  const { db } = receiver.store
  const { passwordHash } = await db
    .selectFrom('account')
    .select('passwordHash')
    .where('name', '=', person.name)
    .executeTakeFirstOrThrow()
  if (!(await passwordMatches(current, passwordHash))) {
    refuse('wrong_signature', { message: 'The current password is wrong.' })
  }
  const nextHash = await hashPassword(next)
  await db.transaction().execute(async (trx) => {
    await trx.updateTable('account').set({ passwordHash: nextHash }).where('name', '=', person.name).execute()
    await trx.deleteFrom('session').where('account', '=', person.name).execute()
    const detail = { name: person.name, changed: 'password' }
    await writeAudit(trx, { at: instantOf(receiver), actor: person.name, act: 'account', detail })
  })
}

/** Null where somebody can sign in already. */
export async function firstAdministrator(
  receiver: Receiver,
): Promise<(Person & { password: string }) | null> {
  const { db } = receiver.store
  const known = await db.selectFrom('account').select('name').limit(1).executeTakeFirst()
  if (known) return null
  const password = randomText(12)
  const person = { name: 'administrator', role: 'administrator' } as const
  await addAccount(receiver, { ...person, password }, '-')
  return { ...person, password }
}
