import type { Grant } from '../shared/contract.ts'
import { instantAt } from '../shared/dates.ts'
import { permissionsOf, type Permission, type Role } from '../shared/users/rules.ts'
import type { Reader } from './connection.ts'
import type { Actor } from './context.ts'
import { fail } from './failure.ts'
import { sha256 } from './hash.ts'
import { prepared } from './prepared.ts'

const sessionLifeMs = 16 * 3_600_000
/** The page locks itself on time; the engine follows a little later, for a page that has stopped running. */
const lockGraceMs = 2 * 60_000

export type Caller = {
  sessionHash: string | null
  actor: Actor | null
  isLocked: boolean
  isExpired: boolean
}

/** Sessions that began before this instant have run out. */
export function oldestSession(now: string): string {
  return instantAt(Date.parse(now) - sessionLifeMs)
}

export function hashToken(token: string): string {
  return sha256(token)
}

const sessionOf = prepared((db: Reader, { tokenHash }: { tokenHash: string }) =>
  db
    .selectFrom('session')
    .innerJoin('user', 'user.id', 'session.userId')
    .leftJoin('library', (join) => join.onTrue())
    .select([
      'user.id',
      'user.role',
      'user.disabledAt',
      'session.startedAt',
      'session.seenAt',
      'session.lockedAt',
    ])
    .select('library.lockAfterMinutes')
    .where('session.tokenHash', '=', tokenHash),
)

/** Who is at the door: nobody, somebody, or somebody whose session has to be unlocked first. */
export async function findCaller(db: Reader, session: string | null, nowMs: number): Promise<Caller> {
  const nobody: Caller = { sessionHash: null, actor: null, isLocked: false, isExpired: false }
  if (!session) return nobody
  const sessionHash = hashToken(session)
  const [row] = await sessionOf(db, { tokenHash: sessionHash })
  if (!row || row.disabledAt || nowMs - Date.parse(row.startedAt) > sessionLifeMs)
    return { ...nobody, isExpired: true }
  const idleMs = nowMs - Date.parse(row.seenAt)
  const isLocked = row.lockedAt !== null || idleMs > (row.lockAfterMinutes ?? 15) * 60_000 + lockGraceMs
  return { sessionHash, actor: actorOf(row.id, row.role), isLocked, isExpired: false }
}

export function actorOf(userId: number, role: Role): Actor {
  const granted = new Set(permissionsOf(role))
  return { userId, role, can: (permission: Permission) => granted.has(permission) }
}

export function authorise(can: Grant, caller: Caller): void {
  if (can === 'anyone') return
  if (!caller.actor) fail('signed_out', { isExpired: caller.isExpired })
  if (caller.isLocked) fail('locked')
  if (can !== 'signed_in' && !caller.actor.can(can))
    fail('forbidden', { needs: can, role: caller.actor.role })
}
