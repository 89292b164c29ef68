import type { Writer } from '../connection.ts'

type Counts = {
  jobId: number
  /** All that the job has now, as counted; null where it was not looked at. */
  pages: number | null
  files: number | null
  bytes: number | null
  machine?: string
}
type By = { now: string; today: string; userId: number | null }

/** What was found in a job's folder, written as an event: progress as of any day is read off these. */
export async function recordCounts(db: Writer, counts: Counts, { now, today, userId }: By): Promise<void> {
  const { jobId, pages, files, bytes, machine = '' } = counts
  await db
    .insertInto('digitizationEvent')
    .columns([
      'jobId',
      'at',
      'on',
      'kind',
      'stageId',
      'stageKind',
      'pages',
      'files',
      'bytes',
      'userId',
      'machine',
    ])
    .expression((is) =>
      is
        .selectFrom('digitizationJob as job')
        .innerJoin('digitizationStage as stage', 'stage.id', 'job.stageId')
        .select((row) => [
          'job.id',
          row.val(now).as('at'),
          row.val(today).as('on'),
          row.val('counted' as const).as('kind'),
          'stage.id as stageId',
          'stage.kind as stageKind',
          row.val(pages).as('pages'),
          row.val(files).as('files'),
          row.val(bytes).as('bytes'),
          row.val(userId).as('userId'),
          row.val(machine).as('machine'),
        ])
        .where('job.id', '=', jobId),
    )
    .execute()
}
