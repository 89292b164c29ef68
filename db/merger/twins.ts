import { sql } from 'kysely'
import type { Reader } from '../connection.ts'
import { findCode } from '../copies/index.ts'
import { allSeries, prefixKey } from '../interchange/index.ts'
import type { UnitCopy } from './unit-copies.ts'

export type Twins = { numberTwinId: number | null; barcodeTwinId: number | null }

/** Which copies of this library bear the number or the barcode of each; each look-up goes along an index. */
export async function twinsOf(db: Reader, copies: readonly UnitCopy[]): Promise<Twins[]> {
  const live = copies.map((copy) => (copy.withdrawnOn ?? copy.cancelledOn) === null)
  const codes = copies.flatMap(({ accessionNumber, barcode }, at) =>
    live[at] ? [accessionNumber, barcode] : [],
  )
  const owners = await findCode(
    db,
    [...new Set(codes)].filter((code) => code !== ''),
  )
  const alike = await sameNumbers(db, copies)
  return copies.map(({ accessionNumber, barcode }, at) =>
    live[at]
      ? {
          numberTwinId: owners.get(accessionNumber)?.id ?? alike[at] ?? null,
          barcodeTwinId: barcode === '' ? null : (owners.get(barcode)?.id ?? null),
        }
      : { numberTwinId: null, barcodeTwinId: null },
  )
}

/** KD00123 and KD000123 are written otherwise and read as one and the same. */
async function sameNumbers(db: Reader, copies: readonly UnitCopy[]): Promise<(number | null)[]> {
  const series = new Map((await allSeries(db)).map(({ id, prefix }) => [prefixKey(prefix), id]))
  const wanted = copies.map(({ prefix, number }) =>
    number > 0 ? [series.get(prefixKey(prefix)) ?? 0, number] : [0, 0],
  )
  const { rows } = await sql<{ id: number | null }>`
    select (select copy.id from copy where copy.seriesId = wanted.value ->> 0 and copy.number = wanted.value ->> 1) as id
    from json_each(${JSON.stringify(wanted)}) as wanted order by wanted.key`.execute(db)
  return rows.map(({ id }) => id)
}
