import { readJobCode } from '../../shared/digitization/rules.ts'
import type { Reader } from '../connection.ts'
import type { CommandsOf } from '../context.ts'
import type { Fail } from '../failure.ts'
import { severitiesOf, writeVerdict } from './looking.ts'
import { filePagesOf } from './lot.ts'
import { pageAsSaved, requirePage } from './page-rows.ts'
import { requireOpen, requireStillOpen } from './reading.ts'

export const outsideCommands: Pick<CommandsOf<'inspection'>, 'noteOutside' | 'removeOutside'> = {
  async noteOutside({ inspectionId, code, page, kindIds, note }, { db, fail, actor, now, today }) {
    await requireOpen(db, inspectionId, fail)
    const lotJob = await requireLotJob(db, { inspectionId, code }, fail)
    const known = await db
      .selectFrom('inspectionPage')
      .select('id')
      .where('lotJobId', '=', lotJob.id)
      .where('page', '=', page)
      .limit(1)
      .executeTakeFirst()
    if (known) fail('page_known', { code: lotJob.code, page })
    const severities = await severitiesOf(db, kindIds, fail)
    const placed = (await filePagesOf(db, [lotJob.jobId])).get(lotJob.jobId)
    const { fileId = null, path = '' } = placed?.find((each) => each.page === page) ?? {}
    const { id } = await db
      .insertInto('inspectionPage')
      .values({ inspectionId, lotJobId: lotJob.id, page, fileId, path })
      .returning('id')
      .executeTakeFirstOrThrow()
    await writeVerdict(db, { id, severities, note }, { userId: actor?.userId ?? null, now, today })
    return pageAsSaved(db, id)
  },

  async removeOutside({ id }, { db, fail }) {
    const { inspectionId, place } = await requirePage(db, id, fail)
    if (place !== null) fail('page_not_found', { id })
    await requireStillOpen(db, inspectionId, fail)
    await db.deleteFrom('inspectionFinding').where('pageId', '=', id).execute()
    await db.deleteFrom('inspectionPage').where('id', '=', id).execute()
    return { id }
  },
}

async function requireLotJob(
  db: Reader,
  { inspectionId, code }: { inspectionId: number; code: string },
  fail: Fail<'job_not_in_lot'>,
) {
  const lotJob = await db
    .selectFrom('inspectionJob as lotJob')
    .innerJoin('digitizationJob as job', 'job.id', 'lotJob.jobId')
    .select(['lotJob.id', 'lotJob.jobId', 'job.code'])
    .where('lotJob.inspectionId', '=', inspectionId)
    .where('job.code', '=', readJobCode(code) ?? code)
    .executeTakeFirst()
  return lotJob ?? fail('job_not_in_lot', { code })
}
