import { sql } from 'kysely'
import type { NewCopy } from '../../shared/copies/contract.ts'
import {
  accessionNumberText,
  farthestAhead,
  giveNumbers,
  type NumberForm,
} from '../../shared/copies/rules.ts'
import { displayDate } from '../../shared/dates.ts'
import { materialsWithoutCopies } from '../../shared/stock/contract.ts'
import type { Writer } from '../connection.ts'
import type { CommandsOf } from '../context.ts'
import type { Fail } from '../failure.ts'
import { lastClosedYear } from '../registers/index.ts'
import { findCode, refuseClash } from './codes.ts'
import { insertCopies } from './copies.ts'
import { lastNumbers } from './numbers.ts'
import { openPlaces } from './places.ts'
import { enterCopies } from './register-lines.ts'
import { lineYear, readVouchers } from './vouchers.ts'

type AccessionError =
  | 'title_not_found'
  | 'title_without_copies'
  | 'series_not_found'
  | 'site_not_found'
  | 'store_not_found'
  | 'duplicate_barcode'
  | 'duplicate_number'
  | 'number_void'
  | 'number_out_of_series'
type Checking = { db: Writer; fail: Fail<AccessionError> }
/** `line` is what people count, from 1. */
type GridLine = NewCopy & { line: number; titleName: string }
export type Numbered = GridLine & { given: number; accessionNumber: string }

export const accessionCommands: Pick<CommandsOf<'copies'>, 'accession'> = {
  async accession({ voucherId, copies }, { db, fail, today }) {
    const [voucher] = await readVouchers(db, [voucherId])
    if (!voucher) return fail('voucher_not_found', { id: voucherId })
    const { receivedOn, completedOn, number } = voucher
    if (completedOn !== null) fail('voucher_completed', { number, completedOn: displayDate(completedOn) })
    const year = await lineYear(db, voucher, today)
    if (year <= (await lastClosedYear(db))) fail('year_is_closed', { year })
    const lines = await numbered({ db, fail }, await checkedLines({ db, fail }, copies))
    await requireFreeCodes({ db, fail }, lines)
    const { firstId } = await insertCopies(
      db,
      lines.map(({ given, ...line }) => ({ ...line, number: given, voucherId, accessionedOn: receivedOn })),
    )
    const ids = lines.map((_, index) => firstId + index)
    await enterCopies(db, ids, year, today)
    return {
      ids,
      firstNumber: lines[0]?.accessionNumber ?? '',
      lastNumber: lines.at(-1)?.accessionNumber ?? '',
    }
  },
}

/** Each line names a title in stock, of a kind that has copies, and a place that is open. */
async function checkedLines({ db, fail }: Checking, copies: readonly NewCopy[]): Promise<GridLine[]> {
  const { rows } = await sql<{ id: number; title: string; material: string }>`
    select id, title, material from title where removedOn is null
      and id in (select value from json_each(${JSON.stringify(copies.map(({ titleId }) => titleId))}))`.execute(
    db,
  )
  const titleById = new Map(rows.map((row) => [row.id, row]))
  const problemOf = await openPlaces(db)
  return copies.map((copy, index) => {
    const line = index + 1
    const title = titleById.get(copy.titleId)
    if (!title) return fail('title_not_found', { line, id: copy.titleId })
    const { title: titleName, material } = title
    if (materialsWithoutCopies.some((each) => each === material))
      fail('title_without_copies', { line, id: copy.titleId, title: titleName, material })
    const problem = problemOf(copy)
    if (problem) fail(problem, { line, id: problem === 'site_not_found' ? copy.siteId : copy.storeId })
    return { ...copy, line, titleName }
  })
}

async function numbered({ db, fail }: Checking, lines: readonly GridLine[]): Promise<Numbered[]> {
  const series = await db.selectFrom('accessionSeries').select(['id', 'prefix', 'digits']).execute()
  const formById = new Map<number, NumberForm>(series.map((each) => [each.id, each]))
  const last = await lastNumbers(db)
  const given = giveNumbers(lines, last)
  const result = lines.map((copy, index) => {
    const form = formById.get(copy.seriesId)
    if (!form) return fail('series_not_found', { line: copy.line, id: copy.seriesId })
    const { number, problem } = given[index] ?? { number: 0, problem: null }
    const accessionNumber = accessionNumberText(form, number)
    const said = { line: copy.line, value: accessionNumber }
    if (problem === 'taken_in_grid') {
      const twin = given.findIndex((each, other) => isSame(each.number, other) && other < index)
      fail('duplicate_number', { ...said, title: lines[twin]?.titleName ?? '', otherLine: twin + 1 })
    }
    if (problem === 'out_of_series') {
      const greatest = last.get(copy.seriesId) ?? 0
      fail('number_out_of_series', { ...said, last: greatest, most: greatest + farthestAhead })
    }
    return { ...copy, given: number, accessionNumber }

    function isSame(other: number, at: number): boolean {
      return other === number && lines[at]?.seriesId === copy.seriesId
    }
  })
  await requireNotVoid({ db, fail }, result)
  return result
}

async function requireNotVoid({ db, fail }: Checking, lines: readonly Numbered[]): Promise<void> {
  const voids = await db
    .selectFrom('voidNumber')
    .select(['seriesId', 'fromNumber', 'toNumber', 'reason'])
    .execute()
  for (const { line, seriesId, given, accessionNumber } of lines) {
    const known = voids.find(
      (each) => each.seriesId === seriesId && each.fromNumber <= given && given <= each.toNumber,
    )
    if (known) fail('number_void', { line, value: accessionNumber, reason: known.reason })
  }
}

/** A code on a label names one copy: neither two of the grid nor one that is there already may share it. */
async function requireFreeCodes(checking: Checking, lines: readonly Numbered[]): Promise<void> {
  const { db, fail } = checking
  const lineByCode = new Map<string, Numbered>()
  for (const line of lines) {
    // Series whose prefixes run into one another may write one number twice.
    const twin = lineByCode.get(line.accessionNumber)
    if (twin)
      fail('duplicate_number', {
        line: line.line,
        value: line.accessionNumber,
        title: twin.titleName,
        otherLine: twin.line,
      })
    lineByCode.set(line.accessionNumber, line)
  }
  for (const line of lines) {
    if (line.barcode === '') continue
    const twin = lineByCode.get(line.barcode)
    if (twin && twin !== line)
      fail('duplicate_barcode', {
        line: line.line,
        value: line.barcode,
        title: twin.titleName,
        accessionNumber: twin.accessionNumber,
        otherLine: twin.line,
      })
    lineByCode.set(line.barcode, line)
  }
  const codes = lines.flatMap((line) => [line.accessionNumber, line.barcode]).filter((code) => code !== '')
  const known = await findCode(db, codes)
  for (const line of lines) refuseClash(line, known, fail)
}
