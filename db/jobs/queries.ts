import type { Json } from '../../shared/contract.ts'
import type { Reader } from '../connection.ts'
import type { Actor, QueriesOf } from '../context.ts'

export const queries: QueriesOf<'jobs'> = {
  async job({ id }, { db, actor, isLocked, fail }) {
    const job = await mine(db, isLocked ? null : actor)
      .where('id', '=', id)
      .executeTakeFirst()
    return job ? shown(job) : fail('job_not_found', { id })
  },

  async list(_, { db, actor, isLocked }) {
    const jobs = await mine(db, isLocked ? null : actor)
      .orderBy('id', 'desc')
      .limit(50)
      .execute()
    return jobs.map(shown)
  },
}

/** Each sees the runs they started; an administrator sees all. */
export function mine(db: Reader, actor: Actor | null) {
  return db
    .selectFrom('job')
    .select(['id', 'operation', 'state', 'done', 'total', 'output', 'error', 'startedAt', 'endedAt'])
    .$if(!actor?.can('settings.manage'), (query) => query.where('userId', 'is', actor?.userId ?? null))
}

type JobRow = Awaited<ReturnType<ReturnType<typeof mine>['executeTakeFirstOrThrow']>>

function shown(job: JobRow) {
  return {
    ...job,
    output: parsed(job.output) as Json,
    error: parsed(job.error) as { code: string; details: Record<string, Json> } | null,
  }
}

function parsed(text: string | null): unknown {
  return text === null ? null : JSON.parse(text)
}
