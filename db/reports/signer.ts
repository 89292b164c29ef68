import type { Reader } from '../connection.ts'
import type { CommandContext } from '../context.ts'
import { requirePassword } from '../users/index.ts'

/** A run that may still change a figure; sending changes none, and may take as long as a line is slow. */
export async function runThatChanges(db: Reader) {
  return db
    .selectFrom('job')
    .select('id')
    .where('state', '=', 'running')
    .where('operation', 'not like', 'sync.%')
    .executeTakeFirst()
}

/** Whoever signs says so with the password, and not while a run may still change what is signed. */
export async function requireSigner(
  context: CommandContext<'wrong_credentials' | 'throttled' | 'job_running'>,
  password: string,
): Promise<number> {
  const { db, fail, actor } = context
  const running = await runThatChanges(db)
  if (running) fail('job_running', { jobId: running.id })
  const userId = actor?.userId ?? fail('signed_out')
  const { username } = await db
    .selectFrom('user')
    .select('username')
    .where('id', '=', userId)
    .executeTakeFirstOrThrow()
  await requirePassword(context, username, password)
  return userId
}
