import type { CommandContext } from '../context.ts'
import { requirePassword } from '../users/index.ts'
import { clockSetBack } from './clock.ts'

type Refusals = 'wrong_credentials' | 'throttled' | 'clock_set_back'

/** Whoever checks or signs says so with the own password, at a time that comes after what was recorded. */
export async function requireOwnPassword(
  context: CommandContext<Refusals>,
  password: string,
): Promise<number> {
  const { db, fail, actor, now } = context
  const last = await clockSetBack(db, now)
  if (last !== null) fail('clock_set_back', { last })
  const userId = actor?.userId ?? fail('signed_out')
  const { username } = await db
    .selectFrom('user')
    .select('username')
    .where('id', '=', userId)
    .executeTakeFirstOrThrow()
  await requirePassword(context, username, password)
  return userId
}

/** A signature besides is not given while a run may still change what is signed. */
export async function requireSigner(
  context: CommandContext<Refusals | 'job_running'>,
  password: string,
): Promise<number> {
  const { db, fail } = context
  const running = await db.selectFrom('job').select('id').where('state', '=', 'running').executeTakeFirst()
  if (running) fail('job_running', { jobId: running.id })
  return requireOwnPassword(context, password)
}
