import { sql } from 'kysely'
import type { RescanJob } from '../../shared/inspection/contract.ts'
import { worstOf, type Severity } from '../../shared/inspection/rules.ts'
import type { Reader } from '../connection.ts'
import type { QueriesOf } from '../context.ts'
import { idCursor, readCursor } from '../cursor.ts'
import { requireInspection } from './reading.ts'

export const rescanQueries: Pick<QueriesOf<'inspection'>, 'rescan'> = {
  async rescan({ id, cursor, limit }, { db, fail }) {
    await requireInspection(db, id, fail)
    const found = await rescanJobs(db, id, {
      after: readCursor(cursor, idCursor, fail) ?? 0,
      limit: limit + 1,
    })
    const rows = found.slice(0, limit)
    return { rows, next: found.length > limit ? JSON.stringify(rows.at(-1)?.id ?? null) : null }
  },
}

type Part = { after: number; limit: number }
type Row = Omit<RescanJob, 'pages' | 'isSentBack'> & { isSentBack: number; pages: string }
type Page = {
  id: number
  page: number
  path: string
  isOutside: number
  note: string
  findings: { name: string; severity: Severity }[]
}

/** Jobs with findings in the order of the lot, each with its bad pages. */
export async function rescanJobs(
  db: Reader,
  inspectionId: number,
  { after, limit }: Part,
): Promise<RescanJob[]> {
  const { rows } = await sql<Row>`
    select lotJob.id, lotJob.jobId, job.code, title.title, ifnull(copy.accessionNumber, '') as accessionNumber,
      stage.kind as stageKind, stage.name as stageName, job.state, lotJob.sentBackActId is not null as isSentBack,
      (select json_group_array(json_object('id', page.id, 'page', page.page, 'path', page.path,
          'isOutside', page.place is null, 'note', page.note, 'findings', json((
            select json_group_array(json_object('name', kind.name, 'severity', finding.severity) order by kind.place)
            from inspectionFinding as finding join findingKind as kind on kind.id = finding.kindId
            where finding.pageId = page.id))) order by page.path, page.page)
        from inspectionPage as page
        where page.inspectionId = ${inspectionId} and page.verdict = 'bad' and page.lotJobId = lotJob.id) as pages
    from (select distinct lotJobId from inspectionPage
        where inspectionId = ${inspectionId} and verdict = 'bad' and lotJobId > ${after}
        order by lotJobId limit ${limit}) as bad
    join inspectionJob as lotJob on lotJob.id = bad.lotJobId
    join digitizationJob as job on job.id = lotJob.jobId
    join digitizationStage as stage on stage.id = job.stageId
    join title on title.id = job.titleId
    left join copy on copy.id = job.copyId
    order by lotJob.id`.execute(db)
  return rows.map(({ pages, isSentBack, ...row }) => ({
    ...row,
    isSentBack: isSentBack === 1,
    pages: (JSON.parse(pages) as Page[]).map(({ isOutside, findings, ...page }) => ({
      ...page,
      isOutside: isOutside === 1,
      findings: findings.map(({ name }) => name),
      severity: worstOf(findings.map(({ severity }) => severity)) ?? 'minor',
    })),
  }))
}
