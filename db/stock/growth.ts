import { sql } from 'kysely'
import type { Reader } from '../connection.ts'
import { openingLeftOver, openingMergedBy, sumOf } from './opening.ts'

type Moved = { year: number; copies: number; openings: number; merged: number }

/** Stock at the end of each year, at the end of today in the year we are in. */
export async function growthOver(db: Reader, { from, to }: { from: number; to: number }, today: string) {
  const { rows: cameIn } = await sql<Moved>`
    select cast(substr(accessionedOn, 1, 4) as integer) as year, count(*) as copies, sum(isOpening) as openings,
      sum(mergerId is not null) as merged
    from copy join voucher on voucher.id = copy.voucherId
    where cancelledOn is null and accessionedOn <= ${today} group by 1`.execute(db)
  const { rows: wentOut } = await sql<Moved>`
    select cast(substr(withdrawnOn, 1, 4) as integer) as year, count(*) as copies, 0 as openings, 0 as merged
    from copy where withdrawnOn is not null and withdrawnOn <= ${today} and cancelledOn is null group by 1`.execute(
    db,
  )
  const lastYear = Math.min(to, Number(today.slice(0, 4)))
  const openingByYear = await openingsBy(db, { from: from - 1, to: lastYear }, today)
  const openingsMerged = await openingMergedBy(db)
  const years = []
  let heldBefore = heldIn(from - 1).held
  for (let year = from; year <= lastYear; year++) {
    const { held, copiesIn, merged, copiesOut } = heldIn(year)
    const opening = held - heldBefore - copiesIn - merged + copiesOut
    years.push({ year, cameIn: copiesIn, merged, wentOut: copiesOut, opening, held })
    heldBefore = held
  }
  return years

  function heldIn(year: number) {
    const upTo = (row: Moved) => (row.year <= year ? row.copies : 0)
    const inYear = (row: Moved) => (row.year === year ? row.copies - row.openings - row.merged : 0)
    const mergedIn = (row: Moved) => (row.year === year ? row.merged : 0)
    return {
      held: sumOf(cameIn, upTo) - sumOf(wentOut, upTo) + (openingByYear.get(year) ?? 0),
      copiesIn: sumOf(cameIn, inYear),
      merged: sumOf(cameIn, mergedIn) + (openingsMerged.get(year) ?? 0),
      copiesOut: sumOf(wentOut, inYear),
    }
  }
}

async function openingsBy(db: Reader, { from, to }: { from: number; to: number }, today: string) {
  const years = Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at)
  const yearEnds = years.map((year) => `${year}-12-31`)
  const left = await openingLeftOver(
    db,
    yearEnds.map((end) => (end < today ? end : today)),
  )
  return new Map(years.map((year, at) => [year, left[at] ?? 0]))
}
