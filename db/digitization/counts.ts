import type { Writer } from '../connection.ts'
import type { CommandsOf } from '../context.ts'
import { writeEvent, type By } from './events.ts'
import { requireJob } from './reading.ts'
import { rememberMachine } from './stoppages.ts'

type Counts = {
  jobId: number
  /** All that the job has now, as counted; null where it was not looked at. */
  pages: number | null
  files: number | null
  bytes: number | null
  machine?: string
}

export const countCommands: Pick<CommandsOf<'digitization'>, 'countFiles'> = {
  async countFiles({ id, ...counts }, { db, fail, now, today, actor }) {
    await requireJob(db, id, fail)
    await recordCounts(db, { jobId: id, ...counts }, { now, today, userId: actor?.userId ?? null })
    return requireJob(db, id, fail)
  },
}

/** What was found in a job's folder, written as an event: progress as of any day is read off these. */
export async function recordCounts(db: Writer, counts: Counts, by: By): Promise<void> {
  const { machine = '' } = counts
  await rememberMachine(db, machine)
  await writeEvent(db, { ...counts, machine, kind: 'counted' }, by)
}
