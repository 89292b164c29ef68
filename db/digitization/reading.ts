import { sql, type RawBuilder } from 'kysely'
import type { Job } from '../../shared/digitization/contract.ts'
import type { Reader } from '../connection.ts'
import { idsIn } from '../copies/index.ts'
import type { Fail } from '../failure.ts'

/** Jobs in the order asked for. */
export async function readJobs(db: Reader, ids: readonly number[]): Promise<Job[]> {
  const rows = await db
    .selectFrom('digitizationJob as job')
    .innerJoin('title', 'title.id', 'job.titleId')
    .innerJoin('digitizationStage as stage', 'stage.id', 'job.stageId')
    .innerJoin('digitizationProject as project', 'project.id', 'job.projectId')
    .leftJoin('copy', 'copy.id', 'job.copyId')
    .leftJoin('user', 'user.id', 'job.takenById')
    .select(['job.id', 'job.rev', 'job.code', 'job.titleId', 'title.title', 'job.copyId'])
    .select((is) => is.fn.coalesce('copy.accessionNumber', sql.lit('')).as('accessionNumber'))
    .select(['job.projectId', 'project.name as projectName', 'job.batchId', 'job.class', 'job.material'])
    .select(['job.templateVersionId', 'job.stageId', 'stage.kind as stageKind', 'stage.name as stageName'])
    .select(['job.state', 'job.priority', 'job.expectedPages', 'job.takenById'])
    .select((is) => is.fn.coalesce('user.name', sql.lit('')).as('takenByName'))
    .select(['job.createdAt', 'job.updatedAt'])
    .where('job.id', 'in', idsIn(ids))
    .execute()
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

export async function requireJob(db: Reader, id: number, fail: Fail<'job_not_found'>): Promise<Job> {
  return (await readJobs(db, [id]))[0] ?? fail('job_not_found', { id })
}

/** Every job of a title, the newest first. */
export async function jobsOfTitle(db: Reader, titleId: number): Promise<Job[]> {
  const rows = await db
    .selectFrom('digitizationJob')
    .select('id')
    .where('titleId', '=', titleId)
    .orderBy('id', 'desc')
    .execute()
  return readJobs(
    db,
    rows.map(({ id }) => id),
  )
}

/** How many jobs are in each state, of those a condition on `job` names. */
export function countsOfJobs(condition: RawBuilder<unknown>) {
  const count = (state: Job['state']) =>
    sql<number>`(select count(*) from digitizationJob as job where ${condition} and job.state = ${sql.lit(state)})`
  return [count('open').as('open'), count('done').as('done'), count('cancelled').as('cancelled')]
}
