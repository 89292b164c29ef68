import { sql } from 'kysely'
import type { ClassSums, PriorityClass } from '../../shared/digitization/contract.ts'
import type { Reader } from '../connection.ts'

/**
 * Jobs that were carried through by a day, the first of each copy (or of the title as a whole): whatever is scanned
 * again counts once, with the project and the class it was first done for.
 */
export function carriedBy(day: string) {
  return sql`${endedBy(day)}, carried as materialized (
    select jobId, "on", titleId, projectId, class,
      row_number() over (partition by titleId order by "on", jobId) as ofTitle
    from (
      select ended.jobId, ended."on", job.titleId, job.projectId, job.class,
        row_number() over (partition by job.titleId, job.copyId order by ended."on", ended.jobId) as ofCopy
      from ended
      join digitizationJob as job on job.id = ended.jobId)
    where ofCopy = 1)`
}

/** Jobs that went through all their stages by a day, and when each first did. */
export function endedBy(day: string) {
  return sql`ended as (
    select event.jobId, min(event."on") as "on" from digitizationEvent as event
    where event.kind = 'finished' and event.toStageId is null and event."on" <= ${day}
      and not exists (select 1 from digitizationEvent as undo where undo.ofEventId = event.id and undo."on" <= ${day})
    group by event.jobId)`
}

/** What a job had as it was counted last by a day. */
export function lastCount(column: 'pages' | 'files', day: string) {
  return sql<number>`(select counted.${sql.ref(column)} from digitizationEvent as counted
    where counted.jobId = carried.jobId and counted.${sql.ref(column)} is not null and counted."on" <= ${day}
    order by counted.id desc limit 1)`
}

type Row = ClassSums & { projectId: number }

export async function carriedSums(db: Reader, day: string): Promise<Row[]> {
  const { rows } = await sql<Row>`with ${carriedBy(day)}
    select projectId, class, sum(ofTitle = 1) as titles, ifnull(sum(${lastCount('pages', day)}), 0) as pages,
      ifnull(sum(${lastCount('files', day)}), 0) as files
    from carried group by projectId, class`.execute(db)
  return rows
}

/** Decision 206 speaks of ancient and rare documents and of collections of special value. */
export const d206Classes: readonly PriorityClass[] = ['ancient', 'rare', 'special_value']

/** Titles that the catalogue has in one of the classes on a day, each once. */
export function registeredOn(day: string, classes: readonly PriorityClass[]) {
  return sql`registered as materialized (
    select distinct titleClass.titleId from titleClass join title on title.id = titleClass.titleId
    where titleClass.class in (${sql.join(classes)}) and titleClass.setOn <= ${day}
      and (titleClass.endedOn is null or titleClass.endedOn > ${day})
      and (title.removedOn is null or title.removedOn > ${day}))`
}

export async function d206On(db: Reader, day: string): Promise<{ registered: number; digitized: number }> {
  const { rows } = await sql<{
    registered: number
    digitized: number
  }>`with ${carriedBy(day)}, ${registeredOn(day, d206Classes)}
    select count(*) as registered,
      ifnull(sum(titleId in (select titleId from carried)), 0) as digitized from registered`.execute(db)
  return rows[0] ?? { registered: 0, digitized: 0 }
}
