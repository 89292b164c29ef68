import type { CommandContext } from '../context.ts'
import { requirePassword } from '../users/index.ts'

/** Whoever signs says so with the password, and not while a run may still change what is signed. */
export async function requireSigner(
  context: CommandContext<'wrong_credentials' | 'throttled' | 'job_running'>,
  password: string,
): Promise<number> {
  const { db, fail, actor } = context
  const running = await db.selectFrom('job').select('id').where('state', '=', 'running').executeTakeFirst()
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
