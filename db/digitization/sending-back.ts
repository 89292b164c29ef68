import { sql } from 'kysely'
import type { Writer } from '../connection.ts'
import { idsIn } from '../copies/index.ts'
import { nextActId, writeEvents, type By } from './events.ts'

/** The last scanning before where a job stands; none where it has still to be scanned. */
const scanBefore = sql<number>`(select scan.id from digitizationStage as scan
  join digitizationStage as here on here.id = job.stageId
  where scan.versionId = job.templateVersionId and scan.kind = 'scan' and scan.place < here.place
  order by scan.place desc limit 1)`

/** Many jobs to be scanned again, whoever has them; those that are done are opened for it. */
export async function sendBackToScan(
  db: Writer,
  { ids, reason }: { ids: readonly number[]; reason: string },
  by: By,
): Promise<{ jobs: number; actId: number }> {
  const { rows } = await sql<{ id: number; state: string }>`
    select job.id, job.state from digitizationJob as job
    where job.id in ${idsIn(ids)} and job.state != 'cancelled' and ${scanBefore} is not null`.execute(db)
  const going = rows.map(({ id }) => id)
  const done = rows.filter(({ state }) => state === 'done').map(({ id }) => id)
  await writeEvents(db, { ids: done, kind: 'reopened', reason }, by)
  const actId = await nextActId(db)
  await sql`insert into digitizationEvent (jobId, at, "on", kind, stageId, stageKind, toStageId, userId, reason, actId)
    select job.id, ${by.now}, ${by.today}, 'sent_back', stage.id, stage.kind, ${scanBefore}, ${by.userId}, ${reason},
      ${actId}
    from digitizationJob as job join digitizationStage as stage on stage.id = job.stageId
    where job.id in ${idsIn(going)} order by job.id`.execute(db)
  await sql`update digitizationJob as job set stageId = ${scanBefore}, state = 'open', takenById = null, rev = rev + 1,
      updatedAt = ${by.now}
    where job.id in ${idsIn(going)}`.execute(db)
  return { jobs: going.length, actId }
}

type Act = { actId: number; kind: 'moved' | 'sent_back' }

/** Brings jobs back to where an act took them from; those with which something has been done since stay. */
export async function undoAct(
  db: Writer,
  { actId, kind }: Act,
  { now, today, userId }: By,
): Promise<{ jobIds: number[]; left: number }> {
  const isLast = sql`not exists (select 1 from digitizationEvent as later
    where later.jobId = event.jobId and later.id > event.id)`
  const { rows } = await sql<{ jobId: number; isFree: number }>`
    select event.jobId, ${isLast} as isFree from digitizationEvent as event
    where event.actId = ${actId} and event.kind = ${kind}`.execute(db)
  const jobIds = rows.filter(({ isFree }) => isFree === 1).map(({ jobId }) => jobId)
  await sql`update digitizationJob as job set rev = rev + 1, updatedAt = ${now}, stageId = (
      select event.stageId from digitizationEvent as event where event.jobId = job.id and event.actId = ${actId})
    where job.id in ${idsIn(jobIds)}`.execute(db)
  await sql`insert into digitizationEvent (jobId, at, "on", kind, stageId, stageKind, toStageId, userId, ofEventId)
    select event.jobId, ${now}, ${today}, 'recalled', target.id, target.kind, event.stageId, ${userId}, event.id
    from digitizationEvent as event join digitizationStage as target on target.id = event.toStageId
    where event.actId = ${actId} and event.jobId in ${idsIn(jobIds)}`.execute(db)
  return { jobIds, left: rows.length - jobIds.length }
}
