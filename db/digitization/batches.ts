import { sql } from 'kysely'
import type { Batch } from '../../shared/digitization/contract.ts'
import type { Reader, Writer } from '../connection.ts'
import type { CommandsOf, QueriesOf } from '../context.ts'
import { countsOfJobs } from './reading.ts'

/** A job that has more events than the one that made it. */
const isBegun = sql<boolean>`exists (select 1 from digitizationEvent as event
  where event.jobId = job.id and event.kind != 'made')`

export const batchQueries: Pick<QueriesOf<'digitization'>, 'batches'> = {
  batches: ({ projectId }, { db }) => readBatches(db, { projectId }),
}

export const batchCommands: Pick<CommandsOf<'digitization'>, 'takeBackBatch'> = {
  async takeBackBatch({ id }, { db, fail }) {
    const [batch] = await readBatches(db, { id })
    if (!batch) return fail('batch_not_found', { id })
    if (batch.begun > 0) fail('batch_begun', { name: batch.name, jobs: batch.begun })
    return { jobs: await dropUntouched(db, id) }
  },
}

const shownAtMost = 1000

async function readBatches(
  db: Reader,
  { id, projectId = null }: { id?: number; projectId?: number | null },
): Promise<Batch[]> {
  return db
    .selectFrom('digitizationBatch as batch')
    .innerJoin('digitizationProject as project', 'project.id', 'batch.projectId')
    .select(['batch.id', 'batch.projectId', 'project.name as projectName', 'batch.name', 'batch.madeAt'])
    .select(countsOfJobs(sql`job.batchId = batch.id`))
    .select(
      sql<number>`(select count(*) from digitizationJob as job where job.batchId = batch.id and ${isBegun})`.as(
        'begun',
      ),
    )
    .$if(id !== undefined, (query) => query.where('batch.id', '=', id ?? 0))
    .$if(projectId !== null, (query) => query.where('batch.projectId', '=', projectId))
    .orderBy('batch.id', 'desc')
    .limit(shownAtMost)
    .execute()
}

/** The jobs of a batch on which nobody has worked, with the events that made them; the batch too, once it is empty. */
export async function dropUntouched(db: Writer, batchId: number): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    select job.id from digitizationJob as job where job.batchId = ${batchId} and not ${isBegun}`.execute(db)
  const ids = sql`(select value from json_each(${JSON.stringify(rows.map(({ id }) => id))}))`
  await sql`delete from digitizationEvent where jobId in ${ids}`.execute(db)
  await sql`delete from digitizationJob where id in ${ids}`.execute(db)
  await sql`delete from digitizationBatch where id = ${batchId}
    and not exists (select 1 from digitizationJob where batchId = ${batchId})`.execute(db)
  return rows.length
}
