import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { standingOf } from '../../shared/inspection/rules.ts'
import type { Reader } from '../connection.ts'
import type { CommandsOf } from '../context.ts'
import { sha256 } from '../hash.ts'
import { minutesPaper } from './minutes.ts'
import { asSaved, requireInspection, talliesOf } from './reading.ts'

export const closingCommands: Pick<CommandsOf<'inspection'>, 'close' | 'reopen'> = {
  async close({ id, rev, verdict, conclusion, minutesNumber }, { db, fail, today }) {
    const inspection = await requireInspection(db, id, fail)
    const { name, state, counts, acceptance } = inspection
    if (inspection.rev !== rev) fail('stale', { id, rev: inspection.rev })
    if (state === 'closed') fail('already_closed', { name })
    const standing = standingOf(counts, acceptance)
    if (standing === 'unfinished') {
      const looked = counts.good + counts.critical + counts.major + counts.minor
      return fail('not_finished', { left: counts.size - looked })
    }
    if (standing !== verdict) fail('verdict_differs')
    const closed = {
      ...inspection,
      state: 'closed' as const,
      verdict,
      conclusion,
      minutesNumber,
      closedOn: today,
    }
    const tallies = await talliesOf(db, inspection)
    const paper = JSON.stringify(await minutesPaper(db, closed, tallies))
    await db
      .updateTable('inspection')
      .set({
        state: 'closed',
        verdict,
        conclusion,
        minutesNumber,
        closedOn: today,
        tallies: JSON.stringify(tallies),
        pagesHash: await hashOfPages(db, id),
        paper,
        paperHash: sha256(paper),
        rev: rev + 1,
      })
      .where('id', '=', id)
      .execute()
    return asSaved(db, id)
  },

  async reopen({ id, reason }, { db, fail }) {
    const { name, state, rev } = await requireInspection(db, id, fail)
    if (state !== 'closed') fail('not_closed', { name })
    await db
      .updateTable('inspection')
      .set({ ...notClosed, state: 'open', reopenReason: reason, rev: rev + 1 })
      .where('id', '=', id)
      .execute()
    return asSaved(db, id)
  },
}

/** What a closing writes into an inspection, taken out again; what was concluded stays to be worked on. */
const notClosed = {
  verdict: null,
  closedOn: null,
  tallies: null,
  pagesHash: null,
  paper: null,
  paperHash: null,
}

/** Over every page that was drawn or noted, and what was said of it, in that order. */
async function hashOfPages(db: Reader, inspectionId: number): Promise<string> {
  const hash = createHash('sha256')
  const { rows } = await sql<{ line: string }>`
    select json_array(page.place, job.code, page.page, page.path, page.verdict, page.note, page.judgedById,
      page.judgedAt, (select json_group_array(json_array(finding.kindId, finding.severity) order by finding.kindId)
        from inspectionFinding as finding where finding.pageId = page.id)) as line
    from inspectionPage as page join inspectionJob as lotJob on lotJob.id = page.lotJobId
    join digitizationJob as job on job.id = lotJob.jobId
    where page.inspectionId = ${inspectionId} order by page.id`.execute(db)
  for (const { line } of rows) hash.update(`${line}\n`)
  return hash.digest('hex')
}
