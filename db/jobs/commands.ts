import type { CommandsOf } from '../context.ts'
import { mine } from './queries.ts'

export const commands: CommandsOf<'jobs'> = {
  async cancel({ id }, { db, actor, fail, cancelJob }) {
    const job = await mine(db, actor).where('id', '=', id).executeTakeFirst()
    if (!job) fail('job_not_found', { id })
    cancelJob(id)
    return { done: true }
  },
}
