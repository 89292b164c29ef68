import { sql } from 'kysely'
import type { Reader } from '../connection.ts'
import type { CommandsOf } from '../context.ts'
import { idsIn } from '../copies/index.ts'
import { sendBackToScan, undoAct } from '../digitization/index.ts'
import { requireInspection } from './reading.ts'

export const sendingCommands: Pick<CommandsOf<'inspection'>, 'sendBack' | 'undoSendBack'> = {
  async sendBack({ id, jobs, reason }, { db, fail, actor, now, today }) {
    const { name, verdict } = await requireInspection(db, id, fail)
    // A lot that was not rejected goes back page by page, never as a whole.
    if (jobs === 'whole' && verdict !== 'failed') fail('not_failed', { name })
    const ids = jobs === 'bad' ? await badJobsOf(db, id) : await lotJobsOf(db, id, jobs)
    if (jobs !== 'bad' && jobs !== 'whole' && ids.length < new Set(jobs).size) {
      const outside = jobs.find((jobId) => !ids.includes(jobId))
      fail('job_not_in_lot', { code: `SH${outside ?? ''}` })
    }
    const sent = await sendBackToScan(db, { ids, reason }, { now, today, userId: actor?.userId ?? null })
    if (sent.jobs === 0) fail('nothing_to_send_back', { jobs: ids.length })
    await sql`update inspectionJob set sentBackActId = ${sent.actId}
      where inspectionId = ${id} and jobId in (select event.jobId from digitizationEvent as event
        where event.actId = ${sent.actId})`.execute(db)
    return { ...sent, left: ids.length - sent.jobs }
  },

  async undoSendBack({ id, actId }, { db, fail, actor, now, today }) {
    await requireInspection(db, id, fail)
    const act = { actId, kind: 'sent_back' as const }
    const { jobIds, left } = await undoAct(db, act, { now, today, userId: actor?.userId ?? null })
    await db
      .updateTable('inspectionJob')
      .set({ sentBackActId: null })
      .where('inspectionId', '=', id)
      .where('sentBackActId', '=', actId)
      .where('jobId', 'in', idsIn(jobIds))
      .execute()
    return { jobs: jobIds.length, left }
  },
}

/** Jobs with findings that have not been sent back yet. */
export async function badJobsOf(db: Reader, inspectionId: number): Promise<number[]> {
  const { rows } = await sql<{ jobId: number }>`
    select lotJob.jobId from (select distinct lotJobId from inspectionPage
        where inspectionId = ${inspectionId} and verdict = 'bad') as bad
    join inspectionJob as lotJob on lotJob.id = bad.lotJobId
    join digitizationJob as job on job.id = lotJob.jobId
    where lotJob.sentBackActId is null and job.state != 'cancelled' order by lotJob.id`.execute(db)
  return rows.map(({ jobId }) => jobId)
}

async function lotJobsOf(db: Reader, inspectionId: number, wanted: number[] | 'whole'): Promise<number[]> {
  const lot = await db
    .selectFrom('inspectionJob')
    .select('jobId')
    .where('inspectionId', '=', inspectionId)
    .$if(wanted !== 'whole', (query) => query.where('jobId', 'in', idsIn(wanted === 'whole' ? [] : wanted)))
    .execute()
  return lot.map(({ jobId }) => jobId)
}
