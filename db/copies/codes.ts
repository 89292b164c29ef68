import { sql } from 'kysely'
import { readAccessionCode } from '../../shared/copies/rules.ts'
import type { Reader } from '../connection.ts'
import type { QueriesOf } from '../context.ts'
import type { Fail } from '../failure.ts'
import { readCopies } from './rows.ts'

export const codeQueries: Pick<QueriesOf<'copies'>, 'byCode'> = {
  byCode: async ({ code }, { db }) => readCopies(db, await copyIdsByCode(db, code)),
}

/** Those that bear the code; where none does, those whose number it may be without its zeros or prefix. */
export async function copyIdsByCode(db: Reader, code: string): Promise<number[]> {
  const exact = await idsOfCode(db, code)
  if (exact.length > 0) return exact
  const series = await db.selectFrom('accessionSeries').select(['id', 'prefix', 'digits']).execute()
  const meant = readAccessionCode(code, series).map((each) => [each.series.id, each.number])
  const { rows } = await sql<{ id: number }>`
    select copy.id from json_each(${JSON.stringify(meant)}) as wanted
    join copy on copy.seriesId = wanted.value ->> 0 and copy.number = wanted.value ->> 1
    order by copy.cancelledOn is not null, copy.accessionNumber limit 50`.execute(db)
  return rows.map(({ id }) => id)
}

/**
 * The copy whose label bears just these characters: its barcode first, then its accession number; then those that
 * bore it in a library merged into this one, whose labels are still on the books.
 */
async function idsOfCode(db: Reader, code: string): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select id from copy where barcode = ${code} and barcode != ''
    union all select id from copy where accessionNumber = ${code}
    union all select copyId from formerCopy where barcode = ${code} and barcode != '' and copyId is not null
    union all select copyId from formerCopy where accessionNumber = ${code} and copyId is not null`.execute(
    db,
  )
  return [...new Set(rows.map(({ id }) => id))]
}

export type CodeOwner = {
  id: number
  accessionNumber: string
  barcode: string
  title: string
}

/** Copies that bear one of these codes, as barcode or as accession number. */
export async function findCode(db: Reader, codes: readonly string[]): Promise<Map<string, CodeOwner>> {
  const { rows } = await sql<CodeOwner & { code: string }>`
    select wanted.value as code, copy.id, copy.accessionNumber, copy.barcode, title.title
    from json_each(${JSON.stringify(codes)}) as wanted
    join copy on copy.accessionNumber = wanted.value
    join title on title.id = copy.titleId
    union all
    select wanted.value, copy.id, copy.accessionNumber, copy.barcode, title.title
    from json_each(${JSON.stringify(codes)}) as wanted
    join copy on copy.barcode = wanted.value and copy.barcode != ''
    join title on title.id = copy.titleId`.execute(db)
  return new Map(rows.map(({ code, ...owner }) => [code, owner]))
}

/** Which of these codes some copy bears, as barcode or as accession number. */
export async function codesTaken(db: Reader, codes: readonly string[]): Promise<Set<string>> {
  const wanted = sql`json_each(${JSON.stringify(codes)}) as wanted`
  const { rows } = await sql<{ code: string }>`
    select wanted.value as code from ${wanted} cross join copy on copy.accessionNumber = wanted.value
    union all
    select wanted.value from ${wanted} cross join copy on copy.barcode = wanted.value and copy.barcode != ''`.execute(
    db,
  )
  return new Set(rows.map(({ code }) => code))
}

type Labelled = { line?: number; barcode: string; accessionNumber: string }

/** Refuses codes that another copy bears, and says whose they are. */
export function refuseClash(
  { line, barcode, accessionNumber }: Labelled,
  known: ReadonlyMap<string, CodeOwner>,
  fail: Fail<'duplicate_barcode' | 'duplicate_number'>,
): void {
  const place = line === undefined ? {} : { line }
  const byNumber = known.get(accessionNumber)
  if (byNumber) {
    const details = { ...place, value: accessionNumber, ...ownerDetails(byNumber) }
    fail(byNumber.accessionNumber === accessionNumber ? 'duplicate_number' : 'duplicate_barcode', details)
  }
  const byBarcode = barcode === '' ? undefined : known.get(barcode)
  if (byBarcode) fail('duplicate_barcode', { ...place, value: barcode, ...ownerDetails(byBarcode) })
}

export function ownerDetails({ id, title, accessionNumber }: CodeOwner) {
  return { id, title, accessionNumber }
}
