import { isRecallable } from '../../shared/digitization/rules.ts'
import type { Job } from '../../shared/digitization/contract.ts'
import type { Reader, Writer } from '../connection.ts'
import type { Actor, CommandsOf } from '../context.ts'
import type { Fail } from '../failure.ts'
import { requireNotOthers } from './acts.ts'
import { writeEvent } from './events.ts'
import { readJobs, requireJob } from './reading.ts'
import { mayPublish } from './rights.ts'
import { rememberMachine } from './stoppages.ts'

type OneVerb = 'finish' | 'sendBack' | 'recall' | 'updateJob'

/** What is done with one job in the hand. */
export const oneCommands: Pick<CommandsOf<'digitization'>, OneVerb> = {
  async finish({ id, stageId, pages, machine, note }, { db, fail, actor, now, today }) {
    const job = await requireAtStage(db, { id, stageId, actor }, fail)
    // Nothing goes to the public on a guess: without a decision that allows it the stage stays open.
    if (job.stageKind === 'publish' && !(await mayPublish(db, job.titleId, today)))
      fail('rights_missing', { code: job.code })
    const next = await stageAfter(db, job)
    await rememberMachine(db, machine)
    const event = { jobId: id, kind: 'finished' as const, toStageId: next, pages, machine, note }
    const eventId = await writeEvent(db, event, { now, today, userId: actor?.userId ?? null })
    await put(db, id, {
      stageId: next ?? stageId,
      state: next === null ? 'done' : 'open',
      takenById: null,
      now,
    })
    return { job: await readBack(db, id), eventId }
  },

  async sendBack({ id, stageId, toStageId, reason }, { db, fail, actor, now, today }) {
    const job = await requireAtStage(db, { id, stageId, actor }, fail)
    const before = await stagesBefore(db, job)
    if (!before.includes(toStageId)) fail('stage_not_before', { code: job.code })
    const event = { jobId: id, kind: 'sent_back' as const, toStageId, reason }
    const eventId = await writeEvent(db, event, { now, today, userId: actor?.userId ?? null })
    await put(db, id, { stageId: toStageId, state: 'open', takenById: null, now })
    return { job: await readBack(db, id), eventId }
  },

  async recall({ eventId }, { db, fail, actor, now, today }) {
    const event = await db
      .selectFrom('digitizationEvent')
      .select(['id', 'jobId', 'kind', 'stageId'])
      .where('id', '=', eventId)
      .executeTakeFirst()
    if (!event || !isRecallable(event.kind)) return fail('event_not_found', { id: eventId })
    const { jobId, stageId } = event
    const later = await db
      .selectFrom('digitizationEvent')
      .select('id')
      .where('jobId', '=', jobId)
      .where('id', '>', eventId)
      .limit(1)
      .executeTakeFirst()
    if (later) fail('event_followed', { code: (await readBack(db, jobId)).code })
    const undone = { jobId, kind: 'recalled' as const, toStageId: stageId, ofEventId: eventId }
    await writeEvent(db, undone, { now, today, userId: actor?.userId ?? null })
    await put(db, jobId, { stageId, state: 'open', takenById: null, now })
    return readBack(db, jobId)
  },

  async updateJob({ id, rev, ...fields }, { db, fail, now }) {
    const job = await requireJob(db, id, fail)
    if (job.rev !== rev) fail('stale', { id, rev: job.rev })
    await db
      .updateTable('digitizationJob')
      .set({ ...fields, rev: rev + 1, updatedAt: now })
      .where('id', '=', id)
      .execute()
    return readBack(db, id)
  },
}

type AtStage = { id: number; stageId: number; actor: Actor | null }

async function requireAtStage(
  db: Reader,
  { id, stageId, actor }: AtStage,
  fail: Fail<'job_not_found' | 'job_not_open' | 'stage_moved' | 'held_by_somebody'>,
): Promise<Job> {
  const job = await requireJob(db, id, fail)
  if (job.state !== 'open') fail('job_not_open', { code: job.code })
  if (job.stageId !== stageId) fail('stage_moved', { code: job.code, stage: job.stageName })
  requireNotOthers([job], actor?.userId ?? null, fail)
  return job
}

async function stageAfter(db: Reader, { templateVersionId, stageId }: Job): Promise<number | null> {
  const next = await db
    .selectFrom('digitizationStage as stage')
    .innerJoin('digitizationStage as here', (join) => join.on('here.id', '=', stageId))
    .select('stage.id')
    .where('stage.versionId', '=', templateVersionId)
    .whereRef('stage.place', '>', 'here.place')
    .orderBy('stage.place')
    .limit(1)
    .executeTakeFirst()
  return next?.id ?? null
}

async function stagesBefore(db: Reader, { templateVersionId, stageId }: Job): Promise<number[]> {
  const rows = await db
    .selectFrom('digitizationStage as stage')
    .innerJoin('digitizationStage as here', (join) => join.on('here.id', '=', stageId))
    .select('stage.id')
    .where('stage.versionId', '=', templateVersionId)
    .whereRef('stage.place', '<', 'here.place')
    .execute()
  return rows.map(({ id }) => id)
}

type Change = { stageId: number; state: Job['state']; takenById: number | null; now: string }

async function put(db: Writer, id: number, { now, ...change }: Change): Promise<void> {
  await db
    .updateTable('digitizationJob')
    .set((is) => ({ ...change, rev: is('rev', '+', 1), updatedAt: now }))
    .where('id', '=', id)
    .execute()
}

async function readBack(db: Reader, id: number): Promise<Job> {
  const [job] = await readJobs(db, [id])
  if (!job) throw new Error(`job ${id} is gone within its own command`)
  return job
}
