import { sql } from 'kysely'
import { accessionNumberText } from '../../shared/copies/rules.ts'
import type { ChunkContext } from '../context.ts'
import {
  codesTaken,
  enterCopies,
  insertCopies,
  lastNumbers,
  lineYear,
  type CopyRow,
} from '../copies/index.ts'
import type { Writer } from '../connection.ts'
import { fail } from '../failure.ts'
import { allSeries, createTitles, keepWritten, prefixKey, type Assessed } from '../interchange/index.ts'
import type { TitleBatch } from '../catalogue/index.ts'
import { groundOf, voucherFor } from './begin.ts'
import type { MergerRow } from './mergers.ts'
import { newBarcode, newNumber } from './planned.ts'
import type { LiveCopy } from './unit-copies.ts'

export type Creation = { recordId: number; place: number; origin: Assessed['origin']; formerTitleId: number }
export type Piece = {
  batch: TitleBatch
  creates: Creation[]
  /** Titles of the former unit that are here already. */
  matched: { recordId: number; formerTitleId: number; titleId: number }[]
  copies: LiveCopy[]
}

/** New titles, and the copies of all titles of a piece with where each has stood. */
export async function applyPiece(context: ChunkContext, merger: MergerRow, piece: Piece) {
  const { run } = merger
  const { bulk, titleByPlace } = await createTitles(context, run, piece)
  const titleByFormer = new Map([
    ...piece.matched.map(({ formerTitleId, titleId }): [number, number] => [formerTitleId, titleId]),
    ...piece.creates.map(({ formerTitleId, place }): [number, number] => [
      formerTitleId,
      titleByPlace.get(place) ?? 0,
    ]),
  ])
  await keepMatches(context.db, piece.matched)
  const copies = await applyCopies(context, merger, { titleByFormer, copies: piece.copies })
  await keepWritten(context.db, run)
  return { bulk: { runId: run.id, titles: bulk, copies } }
}

/** The catalogue may have changed since it was read, and a title with it that is matched now. */
async function keepMatches(db: Writer, matched: Piece['matched']): Promise<void> {
  const pairs = matched.map(({ recordId, titleId }) => [recordId, titleId])
  await sql`update importRecord set titleId = found.value ->> 1 from json_each(${JSON.stringify(pairs)}) as found
    where importRecord.id = found.value ->> 0`.execute(db)
}

type Coming = { titleByFormer: ReadonlyMap<number, number>; copies: readonly LiveCopy[] }

async function applyCopies(context: ChunkContext, merger: MergerRow, { titleByFormer, copies }: Coming) {
  if (copies.length === 0) return null
  const { db, today } = context
  const { run } = merger
  const { siteByFormer, storeByFormer } = groundOf(run)
  const former = await formerOf(db, merger, copies)
  for (const source of new Set(former.map((each) => each.source))) await voucherFor(context, merger, source)
  const numbered = await numbersFor(db, merger, former)
  const rows = copies.map((copy, at): CopyRow => {
    const known = former[at]
    const titleId = titleByFormer.get(copy.titleId)
    const given = numbered[at]
    if (!known || titleId === undefined || !given)
      throw new Error(`copy ${copy.id} has no title or number here`)
    return {
      ...given,
      titleId,
      siteId: siteByFormer[copy.siteId] ?? 0,
      storeId: copy.storeId === null ? null : (storeByFormer[copy.storeId] ?? null),
      status: known.status,
      condition: known.condition,
      voucherId: run.written.voucherBySource[known.source] ?? 0,
      // From this day it counts here; the day it came to the former unit stands in what is kept of it.
      accessionedOn: merger.mergedOn,
      priceMinor: known.priceMinor,
      shelf: copy.shelf,
      callNumber: copy.callNumber,
      enumeration: copy.enumeration,
      note: copy.note,
    }
  })
  await requireFree(db, rows)
  const { firstId, lastId, digest } = await insertCopies(db, rows)
  // By their keys: by what the unit numbered them, SQLite would pass through all copies of the merger for each piece.
  const pairs = former.map(({ id }, at) => [id, firstId + at])
  await sql`update formerCopy set copyId = made.value ->> 1 from json_each(${JSON.stringify(pairs)}) as made
    where formerCopy.id = made.value ->> 0`.execute(db)
  await keepPasts(db, merger, { copies, firstId })
  const year = await lineYear(db, { receivedOn: merger.mergedOn, isOpening: false }, today)
  const lines = await enterCopies(
    db,
    rows.map((_, at) => firstId + at),
    year,
    today,
  )
  run.written.copies += rows.length
  return { firstId, lastId, digest, lines: lines.digest }
}

type Former = Pick<CopyRow, 'status' | 'condition' | 'priceMinor'> & {
  id: number
  source: string
  prefix: string
  number: number
  material: string
  accessionNumber: string
  newNumber: string | null
  newBarcode: string
}

async function formerOf(
  db: Writer,
  { id, numbering }: MergerRow,
  copies: readonly LiveCopy[],
): Promise<Former[]> {
  const { rows } = await sql<Former>`
    select former.id, former.status, former.condition, former.priceMinor, former.source, former.prefix, former.number,
      former.material, former.accessionNumber, ${newNumber(numbering)} as newNumber,
      ${newBarcode(numbering)} as newBarcode
    from json_each(${JSON.stringify(copies.map((copy) => copy.id))}) as wanted
    cross join formerCopy as former on former.mergerId = ${id} and former.formerId = wanted.value
    order by wanted.key`.execute(db)
  return rows
}

type Numbered = Pick<CopyRow, 'seriesId' | 'number' | 'accessionNumber' | 'barcode'>

/** The series and number of each: its own where that is free, else the next of the series that gives numbers. */
async function numbersFor(db: Writer, merger: MergerRow, former: readonly Former[]): Promise<Numbered[]> {
  const { seriesByPrefix, ownSeriesId } = groundOf(merger.run)
  const { numbering } = merger
  const last = await lastNumbers(db)
  const series = await allSeries(db)
  const materials = await db.selectFrom('accessionSeries').select(['id', 'materials']).orderBy('id').execute()
  const next = (seriesId: number) => {
    const number = (last.get(seriesId) ?? 0) + 1
    last.set(seriesId, number)
    return number
  }
  const kept = former.map(({ accessionNumber, newNumber: said, prefix, number }) => {
    const added = said === accessionNumber ? '' : numbering.prefix
    const isOfSeries = number > 0 && said === added + accessionNumber
    return isOfSeries ? [seriesByPrefix[prefixKey(added + prefix)] ?? 0, number] : [0, 0]
  })
  const taken = await numbersTaken(db, kept)
  for (const [at, [seriesId = 0, number = 0]] of kept.entries())
    if (seriesId > 0 && !taken.has(at)) last.set(seriesId, Math.max(last.get(seriesId) ?? 0, number))
  return former.map((copy, at) => {
    const { newNumber: said, newBarcode: barcode } = copy
    const [seriesId = 0, number = 0] = kept[at] ?? []
    if (said !== null && seriesId > 0 && !taken.has(at))
      return { seriesId, number, accessionNumber: said, barcode }
    if (said !== null)
      return { seriesId: ownSeriesId, number: next(ownSeriesId), accessionNumber: said, barcode }
    const giving =
      numbering.seriesId ??
      materials.find((each) => (JSON.parse(each.materials) as string[]).includes(copy.material))?.id ??
      series[0]?.id ??
      ownSeriesId
    const given = next(giving)
    const form = series.find(({ id }) => id === giving) ?? { prefix: '', digits: 6 }
    return { seriesId: giving, number: given, accessionNumber: accessionNumberText(form, given), barcode }
  })
}

async function numbersTaken(db: Writer, wanted: readonly number[][]): Promise<Set<number>> {
  const { rows } = await sql<{ at: number }>`
    select wanted.key as at from json_each(${JSON.stringify(wanted)}) as wanted
    cross join copy on copy.seriesId = wanted.value ->> 0 and copy.number = wanted.value ->> 1`.execute(db)
  return new Set(rows.map(({ at }) => at))
}

/** Somebody may have given one of these numbers since the numbers were looked through; nobody is renamed in silence. */
async function requireFree(db: Writer, rows: readonly CopyRow[]): Promise<void> {
  const codes = rows
    .flatMap(({ accessionNumber, barcode }) => [accessionNumber, barcode])
    .filter((code) => code !== '')
  const [taken] = await codesTaken(db, codes)
  if (taken !== undefined) fail('numbers_taken', { count: 1, example: taken })
}

async function keepPasts(
  db: Writer,
  { run, mergedOn }: MergerRow,
  { copies, firstId }: { copies: readonly LiveCopy[]; firstId: number },
): Promise<void> {
  const { siteByFormer, storeByFormer } = groundOf(run)
  const rows = copies.flatMap(({ pasts }, at) =>
    pasts.map(({ untilOn, siteId, storeId, condition }) => [
      firstId + at,
      untilOn < mergedOn ? untilOn : mergedOn,
      siteByFormer[siteId] ?? 0,
      storeId === null ? null : (storeByFormer[storeId] ?? null),
      condition,
    ]),
  )
  if (rows.length === 0) return
  await sql`insert into copyPast (copyId, untilOn, siteId, storeId, condition)
    select value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4 from json_each(${JSON.stringify(rows)})`.execute(
    db,
  )
}
