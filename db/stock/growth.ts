import { sql } from 'kysely'
import type { Reader } from '../connection.ts'
import { openingOn, sumOf } from './opening.ts'

type Moved = { year: number; copies: number; openings: number }

/** Stock at the end of each year, at the end of today in the year we are in. */
export async function growthOver(db: Reader, { from, to }: { from: number; to: number }, today: string) {
  const { rows: cameIn } = await sql<Moved>`
    select cast(substr(accessionedOn, 1, 4) as integer) as year, count(*) as copies, sum(isOpening) as openings
    from copy join voucher on voucher.id = copy.voucherId
    where cancelledOn is null and accessionedOn <= ${today} group by 1`.execute(db)
  const { rows: wentOut } = await sql<Moved>`
    select cast(substr(withdrawnOn, 1, 4) as integer) as year, count(*) as copies, 0 as openings
    from copy where withdrawnOn is not null and withdrawnOn <= ${today} and cancelledOn is null group by 1`.execute(
    db,
  )
  const lastYear = Math.min(to, Number(today.slice(0, 4)))
  const years = []
  let heldBefore = (await heldIn(from - 1)).held
  for (let year = from; year <= lastYear; year++) {
    const { held, copiesIn, copiesOut } = await heldIn(year)
    const opening = held - heldBefore - copiesIn + copiesOut
    years.push({ year, cameIn: copiesIn, wentOut: copiesOut, opening, held })
    heldBefore = held
  }
  return years

  async function heldIn(year: number) {
    const yearEnd = `${year}-12-31`
    const opening = await openingOn(db, yearEnd < today ? yearEnd : today)
    const upTo = (row: Moved) => (row.year <= year ? row.copies : 0)
    const inYear = (row: Moved) => (row.year === year ? row.copies - row.openings : 0)
    return {
      held: sumOf(cameIn, upTo) - sumOf(wentOut, upTo) + sumOf(opening, ({ remaining }) => remaining),
      copiesIn: sumOf(cameIn, inYear),
      copiesOut: sumOf(wentOut, inYear),
    }
  }
}
