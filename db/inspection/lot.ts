import { sql, type RawBuilder } from 'kysely'
import type { JobFilters } from '../../shared/digitization/contract.ts'
import type { Lot } from '../../shared/inspection/contract.ts'
import type { Reader } from '../connection.ts'
import { idsIn } from '../copies/index.ts'
import { jobsMatching } from '../digitization/index.ts'

export type LotJob = {
  jobId: number
  pages: number
  hasFiles: boolean
  /** The last end of a stage of scanning; null where no event says who scanned. */
  scanEventId: number | null
}

/** Jobs that stand at the stage of checking or have passed it; without such a stage, those that were scanned. */
const isReady = sql`(job.state = 'done' or job.state = 'open' and stage.place >= coalesce(
  (select min(place) from digitizationStage as each where each.versionId = job.templateVersionId and each.kind = 'check'),
  (select max(place) + 1 from digitizationStage as each where each.versionId = job.templateVersionId
    and each.kind = 'scan')))`

/** The page files of jobs: of their masters, or of what readers are given where no master is linked and checked. */
function pageFiles(jobs: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`folder as materialized (
      select linked.id, linked.jobId, linked.purpose from fileFolder as linked
      where linked.jobId in ${jobs} and linked.state = 'checked' and linked.purpose in ('master', 'use')),
    chosen as materialized (
      select id, jobId from folder where purpose = 'master' or not exists (
        select 1 from folder as master where master.jobId = folder.jobId and master.purpose = 'master'))`
}

const pagesOfFile = sql`max(ifnull(file.pages, 1), 1)`

/** Every job of a lot in its order, with what is to be drawn from; jobs that nobody has counted have no pages. */
export async function readLot(db: Reader, lot: Lot): Promise<LotJob[]> {
  const { rows } = await lotQuery(lot).execute(db)
  return rows.map((row) => ({ ...row, hasFiles: row.hasFiles === 1 }))
}

export function lotQuery(lot: Lot) {
  const filters: JobFilters = { ...lot, taken: 'all', carriedBy: null, stoodOn: null, stoodAt: null }
  return sql<Omit<LotJob, 'hasFiles'> & { hasFiles: number }>`
    with lot as materialized (
        select job.id from digitizationJob as job join digitizationStage as stage on stage.id = job.stageId
        where job.id in ${jobsMatching(filters, null)} and ${isReady}),
      ${pageFiles(sql`(select id from lot)`)},
      counted as materialized (
        select chosen.jobId, sum(${pagesOfFile}) as pages from chosen cross join digitalFile as file
        where file.folderId = chosen.id and file.state in ('good', 'noticed', 'bad') group by chosen.jobId)
    select lot.id as jobId, counted.jobId is not null as hasFiles,
      ifnull(counted.pages, ifnull((select event.pages from digitizationEvent as event
        where event.jobId = lot.id and event.pages is not null
          and not exists (select 1 from digitizationEvent as undo where undo.ofEventId = event.id)
        order by event.id desc limit 1), 0)) as pages,
      (select max(event.id) from digitizationEvent as event
        where event.jobId = lot.id and event.kind = 'finished' and event.stageKind = 'scan'
          and not exists (select 1 from digitizationEvent as undo where undo.ofEventId = event.id)) as scanEventId
    from lot left join counted on counted.jobId = lot.id order by lot.id`
}

/** A page as it is found again: in a file, or by its number. */
export type PlacedPage = { page: number; fileId: number | null; path: string }

/** The pages of jobs that have files, in the order in which they are drawn. */
export async function filePagesOf(
  db: Reader,
  jobIds: readonly number[],
): Promise<ReadonlyMap<number, PlacedPage[]>> {
  const { rows } = await sql<{
    jobId: number
    fileId: number
    path: string
    number: number | null
    pages: number
  }>`
    with ${pageFiles(idsIn(jobIds))}
    select chosen.jobId, file.id as fileId, file.path, file.page as number, ${pagesOfFile} as pages
    from chosen cross join digitalFile as file
    where file.folderId = chosen.id and file.state in ('good', 'noticed', 'bad')
    order by chosen.jobId, file.path, file.id`.execute(db)
  const pagesByJob = new Map<number, PlacedPage[]>()
  for (const { jobId, fileId, path, number, pages } of rows) {
    const placed = pagesByJob.get(jobId) ?? []
    pagesByJob.set(jobId, placed)
    const first = pages === 1 ? (number ?? placed.length + 1) : 1
    for (let at = 0; at < pages; at++) placed.push({ page: first + at, fileId, path })
  }
  return pagesByJob
}
