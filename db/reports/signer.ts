import type { Reader } from '../connection.ts'
import type { CommandContext } from '../context.ts'
import { requireOwnPassword as requirePassword } from '../users/index.ts'
import { clockSetBack } from './clock.ts'

type Refusals = 'wrong_credentials' | 'throttled' | 'clock_set_back'

/** A run that may still change a figure; sending changes none, and may take as long as a line is slow. */
export async function runThatChanges(db: Reader) {
  return db
    .selectFrom('job')
    .select('id')
    .where('state', '=', 'running')
    .where('operation', 'not like', 'sync.%')
    .executeTakeFirst()
}

/** Whoever checks or signs says so with the own password, at a time that comes after what was recorded. */
export async function requireOwnPassword(
  context: CommandContext<Refusals>,
  password: string,
): Promise<number> {
  const { db, fail, now } = context
  const last = await clockSetBack(db, now)
  if (last !== null) fail('clock_set_back', { last })
  return requirePassword(context, password)
}

/** Whoever signs does not do it while a run may still change what is signed. */
export async function requireSigner(
  context: CommandContext<Refusals | 'job_running'>,
  password: string,
): Promise<number> {
  const { db, fail } = context
  const running = await runThatChanges(db)
  if (running) fail('job_running', { jobId: running.id })
  return requireOwnPassword(context, password)
}
