import { sql } from 'kysely'
import type { JobEvent } from '../../shared/digitization/contract.ts'
import type { Reader, Writer } from '../connection.ts'
import { idsIn } from '../copies/index.ts'
import type { Schema } from '../schema.generated.ts'

type Kind = Schema['digitizationEvent']['kind']
/** When and by whom. */
export type By = { now: string; today: string; userId: number | null }

const shownAtMost = 1000

/** The history of a job, the newest first. */
export async function eventsOf(db: Reader, jobId: number): Promise<JobEvent[]> {
  const rows = await db
    .selectFrom('digitizationEvent as event')
    .innerJoin('digitizationStage as stage', 'stage.id', 'event.stageId')
    .leftJoin('digitizationStage as target', 'target.id', 'event.toStageId')
    .leftJoin('user', 'user.id', 'event.userId')
    .select(['event.id', 'event.at', 'event.on', 'event.kind', 'event.stageId', 'event.stageKind'])
    .select((is) => [
      'stage.name as stageName',
      is.fn.coalesce('target.name', sql.lit('')).as('toStageName'),
      is.fn.coalesce('user.name', sql.lit('')).as('userName'),
      is
        .exists(
          is
            .selectFrom('digitizationEvent as undo')
            .select('undo.id')
            .whereRef('undo.ofEventId', '=', 'event.id'),
        )
        .as('isUndone'),
    ])
    .select(['event.pages', 'event.files', 'event.bytes', 'event.machine', 'event.reason', 'event.note'])
    .where('event.jobId', '=', jobId)
    .orderBy('event.id', 'desc')
    .limit(shownAtMost)
    .execute()
  return rows.map((row) => ({ ...row, isUndone: Boolean(row.isUndone) }))
}

type One = {
  jobId: number
  kind: Kind
  toStageId?: number | null
  pages?: number | null
  files?: number | null
  bytes?: number | null
  machine?: string
  reason?: string
  note?: string
  ofEventId?: number | null
}

/** Says what happens to one job, before it happens: the event is of the stage that the job stands at. */
export async function writeEvent(db: Writer, { jobId, ...event }: One, by: By): Promise<number> {
  const { stageId, stageKind } = await db
    .selectFrom('digitizationJob as job')
    .innerJoin('digitizationStage as stage', 'stage.id', 'job.stageId')
    .select(['stage.id as stageId', 'stage.kind as stageKind'])
    .where('job.id', '=', jobId)
    .executeTakeFirstOrThrow()
  const { id } = await db
    .insertInto('digitizationEvent')
    .values({ ...event, jobId, stageId, stageKind, at: by.now, on: by.today, userId: by.userId })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

type Many = { ids: readonly number[]; kind: Kind; reason?: string; actId?: number }

/** The same of many jobs, in one statement. */
export async function writeEvents(
  db: Writer,
  { ids, kind, reason = '', actId }: Many,
  by: By,
): Promise<void> {
  await sql`insert into digitizationEvent (jobId, at, "on", kind, stageId, stageKind, userId, reason, actId)
    select job.id, ${by.now}, ${by.today}, ${kind}, stage.id, stage.kind, ${by.userId}, ${reason}, ${actId ?? null}
    from digitizationJob as job join digitizationStage as stage on stage.id = job.stageId
    where job.id in ${idsIn(ids)} order by job.id`.execute(db)
}

/** An act on many jobs bears the number of its first event. */
export async function nextActId(db: Writer): Promise<number> {
  const { last } = await db
    .selectFrom('digitizationEvent')
    .select((is) => is.fn.max<number | null>('id').as('last'))
    .executeTakeFirstOrThrow()
  return (last ?? 0) + 1
}
