import { sql, type RawBuilder } from 'kysely'
import type { InspectedPage } from '../../shared/inspection/contract.ts'
import type { Reader } from '../connection.ts'
import type { Fail } from '../failure.ts'

type Wanted = { where: RawBuilder<unknown>; limit: number }
type Row = Omit<InspectedPage, 'findings'> & { findings: string }

/** A page beside its job's row in the lot and the event by which it was scanned. */
export const fromPages = sql`inspectionPage as page
  join inspectionJob as lotJob on lotJob.id = page.lotJobId
  join digitizationJob as job on job.id = lotJob.jobId
  left join digitizationEvent as scan on scan.id = lotJob.scanEventId`

/** Pages in the order in which they were drawn, or noted. */
export async function readPages(db: Reader, { where, limit }: Wanted): Promise<InspectedPage[]> {
  const { rows } = await sql<Row>`
    select page.id, page.rev, page.inspectionId, page.place, lotJob.jobId, job.code, title.title,
      ifnull(copy.accessionNumber, '') as accessionNumber, page.page, page.fileId, page.path, page.verdict,
      page.note, page.judgedAt, ifnull(judge.name, '') as judgedBy, scan.userId as scannedById,
      ifnull(operator.name, '') as scannedBy, ifnull(scan.machine, '') as machine,
      (select json_group_array(json_object('kindId', kind.id, 'name', kind.name, 'severity', finding.severity)
          order by kind.place, kind.id)
        from inspectionFinding as finding join findingKind as kind on kind.id = finding.kindId
        where finding.pageId = page.id) as findings
    from ${fromPages}
    join title on title.id = job.titleId
    left join copy on copy.id = job.copyId
    left join user as judge on judge.id = page.judgedById
    left join user as operator on operator.id = scan.userId
    where ${where} order by page.id limit ${limit}`.execute(db)
  return rows.map((row) => ({ ...row, findings: JSON.parse(row.findings) as InspectedPage['findings'] }))
}

export async function requirePage(
  db: Reader,
  id: number,
  fail: Fail<'page_not_found'>,
): Promise<InspectedPage> {
  const [page] = await readPages(db, { where: sql`page.id = ${id}`, limit: 1 })
  return page ?? fail('page_not_found', { id })
}

/** What a command has just written. */
export async function pageAsSaved(db: Reader, id: number): Promise<InspectedPage> {
  const [page] = await readPages(db, { where: sql`page.id = ${id}`, limit: 1 })
  if (!page) throw new Error(`page ${id} is gone within its own command`)
  return page
}
