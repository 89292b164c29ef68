import { sql, type RawBuilder } from 'kysely'
import type { BoardColumn, JobFilters, jobSorts } from '../../shared/digitization/contract.ts'
import { readJobCode, stageKinds } from '../../shared/digitization/rules.ts'
import { fold } from '../../shared/fold.ts'
import type { Reader } from '../connection.ts'
import type { Actor, QueriesOf } from '../context.ts'
import { carriedBy as carriedOn } from './carried.ts'
import { eventsOf } from './events.ts'
import { scanned, stood } from './progress.ts'
import { jobsOfTitle, readJobs, requireJob } from './reading.ts'

type ListVerb = 'jobs' | 'board' | 'job' | 'jobsOfTitle' | 'jobsByCode'
const onBoardAtMost = 6

export const listQueries: Pick<QueriesOf<'digitization'>, ListVerb> = {
  async jobs({ sort, offset, limit, ...filters }, { db, actor }) {
    const from = listed(filters, actor, sort === 'title')
    const counted = await sql<{ count: number }>`select count(*) as count ${from}`.execute(db)
    const { rows } = await sql<{ id: number }>`
      select job.id ${from} order by ${orders[sort]} limit ${limit} offset ${offset}`.execute(db)
    return {
      rows: await readJobs(db, idsOf(rows)),
      total: { count: counted.rows[0]?.count ?? 0, isExact: true },
    }
  },

  board: ({ projectId }, { db }) => boardOf(db, projectId),

  async job({ id }, { db, fail }) {
    const job = await requireJob(db, id, fail)
    const stages = await db
      .selectFrom('digitizationStage')
      .select(['id', 'place', 'kind', 'name', 'role'])
      .where('versionId', '=', job.templateVersionId)
      .orderBy('place')
      .execute()
    return { ...job, stages, events: await eventsOf(db, id) }
  },

  jobsOfTitle: ({ titleId }, { db }) => jobsOfTitle(db, titleId),

  async jobsByCode({ code }, { db }) {
    const own = readJobCode(code)
    if (own !== null) {
      const slip = await db.selectFrom('digitizationJob').select('id').where('code', '=', own).execute()
      return readJobs(db, idsOf(slip))
    }
    const typed = code.trim()
    // A job of the title as a whole is worked on with whichever copy is at hand.
    const { rows } = await sql<{ id: number }>`
      with named as materialized (select id, titleId from copy
        where barcode = ${typed} and barcode != '' or accessionNumber = ${typed})
      select job.id from digitizationJob as job
      where job.id in (select own.id from digitizationJob as own join named on own.copyId = named.id
        union select own.id from digitizationJob as own join named on own.titleId = named.titleId
          where own.copyId is null)
      order by job.state != 'open', job.id desc limit 50`.execute(db)
    return readJobs(db, idsOf(rows))
  },
}

type Sort = (typeof jobSorts)[number]
const orders: Record<Sort, RawBuilder<unknown>> = {
  urgent: sql`job.priority desc, job.id`,
  newest: sql`job.id desc`,
  waiting: sql`job.updatedAt, job.id`,
  title: sql`title.sortKey, job.id`,
}

/** The ids of jobs that filters find, to be asked within another question. */
export function jobsMatching(filters: JobFilters, actor: Actor | null): RawBuilder<number> {
  return sql`(select job.id ${listed(filters, actor)})`
}

function listed(filters: JobFilters, actor: Actor | null, needsSortKey = false): RawBuilder<unknown> {
  const hasText = filters.text.trim() !== ''
  return sql`from digitizationJob as job
    join digitizationStage as stage on stage.id = job.stageId
    ${hasText || needsSortKey ? sql`join title on title.id = job.titleId` : sql``}
    ${hasText ? sql`left join copy on copy.id = job.copyId` : sql``}
    where ${sql.join(conditions(filters, actor), sql` and `)}`
}

function conditions(filters: JobFilters, actor: Actor | null): RawBuilder<unknown>[] {
  const { state, projectId, batchId, stageKind, material, priority, text, taken, carriedBy } = filters
  const userId = actor?.userId ?? 0
  const words = text.trim()
  const code = readJobCode(words)
  return [
    sql`true`,
    ...(state === null ? [] : [sql`job.state = ${state}`]),
    ...(projectId === null ? [] : [sql`job.projectId = ${projectId}`]),
    ...(batchId === null ? [] : [sql`job.batchId = ${batchId}`]),
    ...(stageKind === null ? [] : [sql`stage.kind = ${stageKind}`]),
    ...(filters.class === null ? [] : [sql`job.class = ${filters.class}`]),
    ...(material === null ? [] : [sql`job.material = ${material}`]),
    ...(priority === null ? [] : [sql`job.priority = ${priority}`]),
    ...(taken === 'mine' ? [sql`job.takenById = ${userId}`] : []),
    ...(taken === 'others' ? [sql`job.takenById != ${userId}`] : []),
    ...(taken === 'pool'
      ? [sql`job.takenById is null and (stage.role is null or stage.role = ${actor?.role ?? ''})`]
      : []),
    ...(taken === 'back' ? [sentBackTo(actor)] : []),
    ...scannedWithin(filters),
    ...(filters.stoodOn === null || filters.stoodAt === null
      ? []
      : [sql`job.id in ${stood(filters.stoodOn, filters.stoodAt)}`]),
    ...(carriedBy === null ? [] : [sql`job.id in (with ${carriedOn(carriedBy)} select jobId from carried)`]),
    ...(words === ''
      ? []
      : code === null
        ? [sql`(copy.accessionNumber like ${`${words}%`} or title.foldedTitle like ${`%${fold(words)}%`})`]
        : [sql`job.code = ${code}`]),
  ]
}

/** Taking it up or counting its pages does not make it new work; carrying it on, or taking the act back, does. */
function sentBackTo(actor: Actor | null): RawBuilder<unknown> {
  return sql`job.state = 'open' and (stage.role is null or stage.role = ${actor?.role ?? ''})
    and (job.takenById is null or job.takenById = ${actor?.userId ?? 0})
    and (select event.kind from digitizationEvent as event where event.jobId = job.id
      and event.kind not in ('taken', 'handed_back', 'counted') order by event.id desc limit 1) = 'sent_back'`
}

function scannedWithin({
  scannedFrom,
  scannedTo,
  scannedById,
  scannedOn,
}: JobFilters): RawBuilder<unknown>[] {
  if (scannedFrom === null || scannedTo === null) return []
  const by = scannedById === null ? sql`` : sql`and event.userId = ${scannedById}`
  const on = scannedOn === null ? sql`` : sql`and event.machine = ${scannedOn}`
  const span = { from: scannedFrom, to: scannedTo }
  return [
    sql`job.id in (select event.jobId from digitizationEvent as event where ${scanned(span)} ${by} ${on})`,
  ]
}

async function boardOf(db: Reader, projectId: number | null): Promise<BoardColumn[]> {
  const ofProject = projectId === null ? sql`` : sql`and job.projectId = ${projectId}`
  const counted = await sql<Omit<BoardColumn, 'first'>>`
    select stage.kind, count(*) as jobs, count(job.takenById) as taken,
      sum(job.priority >= 2) as urgent, ifnull(sum(job.expectedPages), 0) as expectedPages
    from digitizationJob as job join digitizationStage as stage on stage.id = job.stageId
    where job.state = 'open' ${ofProject} group by stage.kind`.execute(db)
  const byKind = new Map(counted.rows.map((row) => [row.kind, row]))
  const columns: BoardColumn[] = []
  for (const kind of stageKinds) {
    const counts = byKind.get(kind) ?? { kind, jobs: 0, taken: 0, urgent: 0, expectedPages: 0 }
    const first = await sql<{ id: number }>`
      select job.id from digitizationStage as stage join digitizationJob as job on job.stageId = stage.id
      where stage.kind = ${kind} and job.state = 'open' ${ofProject}
      order by job.priority desc, job.id limit ${counts.jobs === 0 ? 0 : onBoardAtMost}`.execute(db)
    columns.push({ ...counts, first: await readJobs(db, idsOf(first.rows)) })
  }
  return columns
}

function idsOf(rows: readonly { id: number }[]): number[] {
  return rows.map(({ id }) => id)
}
