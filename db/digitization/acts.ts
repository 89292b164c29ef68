import { sql } from 'kysely'
import type { StageKind } from '../../shared/digitization/rules.ts'
import type { Reader, Writer } from '../connection.ts'
import type { CommandsOf } from '../context.ts'
import { idsIn } from '../copies/index.ts'
import type { Fail } from '../failure.ts'
import { nextActId, writeEvents } from './events.ts'
import { undoAct } from './sending-back.ts'

type ManyVerb = 'take' | 'handBack' | 'move' | 'undoMove' | 'prioritise' | 'cancelJobs' | 'reopenJobs'

/** What is done with many jobs at once: one statement for the events, one for the jobs. */
export const manyCommands: Pick<CommandsOf<'digitization'>, ManyVerb> = {
  async take({ ids }, { db, fail, actor, now, today }) {
    const userId = actor?.userId ?? null
    const jobs = await requireOpen(db, ids, fail)
    requireNotOthers(jobs, userId, fail)
    const free = idsOf(jobs.filter(({ takenById }) => takenById === null))
    await writeEvents(db, { ids: free, kind: 'taken' }, { now, today, userId })
    await setMany(db, free, { takenById: userId, now })
    return { jobs: free.length }
  },

  async handBack({ ids }, { db, fail, actor, now, today }) {
    const userId = actor?.userId ?? null
    const jobs = await requireOpen(db, ids, fail)
    // Whoever directs the work frees what somebody on leave has kept.
    if (!actor?.can('digitization.write')) requireNotOthers(jobs, userId, fail)
    const taken = idsOf(jobs.filter(({ takenById }) => takenById !== null))
    await writeEvents(db, { ids: taken, kind: 'handed_back' }, { now, today, userId })
    await setMany(db, taken, { takenById: null, now })
    return { jobs: taken.length }
  },

  async move({ ids, to, reason }, { db, fail, actor, now, today }) {
    await requireOpen(db, ids, fail)
    await requireStageOf(db, { ids, to }, fail)
    const actId = await nextActId(db)
    const userId = actor?.userId ?? null
    const { numAffectedRows = 0n } = await sql`
      insert into digitizationEvent (jobId, at, "on", kind, stageId, stageKind, toStageId, userId, reason, actId)
      select job.id, ${now}, ${today}, 'moved', stage.id, stage.kind, target.id, ${userId}, ${reason}, ${actId}
      from digitizationJob as job join digitizationStage as stage on stage.id = job.stageId
      join digitizationStage as target on target.id = ${firstStage(to)}
      where job.id in ${idsIn(ids)} and job.stageId != target.id order by job.id`.execute(db)
    await sql`update digitizationJob as job set stageId = ${firstStage(to)}, takenById = null, rev = rev + 1,
        updatedAt = ${now}
      where job.id in ${idsIn(ids)} and job.stageId != ${firstStage(to)}`.execute(db)
    return { jobs: Number(numAffectedRows), actId }
  },

  async undoMove({ actId }, { db, actor, now, today }) {
    const by = { now, today, userId: actor?.userId ?? null }
    const { jobIds, left } = await undoAct(db, { actId, kind: 'moved' }, by)
    return { jobs: jobIds.length, left }
  },

  async prioritise({ ids, priority }, { db, fail, now }) {
    await requireJobs(db, ids, fail)
    const changed = await db
      .updateTable('digitizationJob')
      .set((is) => ({ priority, rev: is('rev', '+', 1), updatedAt: now }))
      .where('id', 'in', idsIn(ids))
      .where('priority', '!=', priority)
      .returning('id')
      .execute()
    return { jobs: changed.length }
  },

  async cancelJobs({ ids, reason }, { db, fail, actor, now, today }) {
    await requireOpen(db, ids, fail)
    const userId = actor?.userId ?? null
    await writeEvents(db, { ids, kind: 'cancelled', reason }, { now, today, userId })
    await setMany(db, ids, { state: 'cancelled', takenById: null, now })
    return { jobs: new Set(ids).size }
  },

  async reopenJobs({ ids, reason }, { db, fail, actor, now, today }) {
    const jobs = await requireJobs(db, ids, fail)
    const open = jobs.find(({ state }) => state === 'open')
    if (open) fail('job_is_open', { code: open.code })
    const userId = actor?.userId ?? null
    await writeEvents(db, { ids, kind: 'reopened', reason }, { now, today, userId })
    await setMany(db, ids, { state: 'open', takenById: null, now })
    return { jobs: jobs.length }
  },
}

type Known = {
  id: number
  code: string
  state: 'open' | 'done' | 'cancelled'
  takenById: number | null
}

export async function requireJobs(
  db: Reader,
  ids: readonly number[],
  fail: Fail<'job_not_found'>,
): Promise<Known[]> {
  const jobs = await db
    .selectFrom('digitizationJob')
    .select(['id', 'code', 'state', 'takenById'])
    .where('id', 'in', idsIn(ids))
    .execute()
  const wanted = new Set(ids)
  if (jobs.length < wanted.size) {
    const known = new Set(idsOf(jobs))
    fail('job_not_found', { id: [...wanted].find((id) => !known.has(id)) ?? 0 })
  }
  return jobs
}

export async function requireOpen(
  db: Reader,
  ids: readonly number[],
  fail: Fail<'job_not_found' | 'job_not_open'>,
): Promise<Known[]> {
  const jobs = await requireJobs(db, ids, fail)
  const shut = jobs.find(({ state }) => state !== 'open')
  if (shut) fail('job_not_open', { code: shut.code })
  return jobs
}

export function requireNotOthers(
  jobs: readonly Known[],
  userId: number | null,
  fail: Fail<'held_by_somebody'>,
): void {
  const other = jobs.find(({ takenById }) => takenById !== null && takenById !== userId)
  if (other) fail('held_by_somebody', { code: other.code })
}

/** Where a kind of work begins in the template that a job follows. */
function firstStage(to: StageKind) {
  return sql<number>`(select first.id from digitizationStage as first
    where first.versionId = job.templateVersionId and first.kind = ${to} order by first.place limit 1)`
}

async function requireStageOf(
  db: Reader,
  { ids, to }: { ids: readonly number[]; to: StageKind },
  fail: Fail<'stage_lacking'>,
): Promise<void> {
  const { rows } = await sql<{ jobs: number; code: string | null }>`
    select count(*) as jobs, min(job.code) as code from digitizationJob as job
    where job.id in ${idsIn(ids)} and not exists (select 1 from digitizationStage as stage
      where stage.versionId = job.templateVersionId and stage.kind = ${to})`.execute(db)
  const [lacking] = rows
  if (lacking && lacking.jobs > 0) fail('stage_lacking', { jobs: lacking.jobs, code: lacking.code })
}

type Change = { state?: Known['state']; takenById: number | null; now: string }

async function setMany(db: Writer, ids: readonly number[], { now, ...change }: Change): Promise<void> {
  await db
    .updateTable('digitizationJob')
    .set((is) => ({ ...change, rev: is('rev', '+', 1), updatedAt: now }))
    .where('id', 'in', idsIn(ids))
    .execute()
}

function idsOf(jobs: readonly { id: number }[]): number[] {
  return jobs.map(({ id }) => id)
}
