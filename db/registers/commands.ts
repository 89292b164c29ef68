import type { RegisterKind } from '../../shared/registers/contract.ts'
import { readBookNumber, registerColumns } from '../../shared/registers/rules.ts'
import { parseDate } from '../../shared/dates.ts'
import { lastClosedYear } from '../closed-year.ts'
import type { CommandsOf } from '../context.ts'
import type { Fail } from '../failure.ts'
import { earlierOpenYear, openVouchers, sealBooks, writeThirdPart } from './closing.ts'
import { insertLines, openYearFor, remarkOf } from './lines.ts'
import { readLine } from './reading.ts'

export const commands: CommandsOf<'registers'> = {
  async closeYear({ year }, { db, fail, now, today }) {
    if (year <= (await lastClosedYear(db))) fail('year_is_closed', { year })
    if (today <= `${year}-12-31`) fail('year_not_over', { year })
    const earlier = await earlierOpenYear(db, year)
    if (earlier !== null) fail('earlier_year_open', { year, earlier })
    const open = await openVouchers(db, year)
    if (open.length > 0)
      fail('vouchers_open', { year, count: open.length, numbers: open.map((each) => each.number).join(', ') })
    await writeThirdPart(db, year, today)
    return sealBooks(db, year, now)
  },

  async correctLine({ lineId, cells, reason }, { db, fail, today }) {
    const line = await readLine(db, lineId)
    if (!line) return fail('line_not_found', { id: lineId })
    if (line.correctedBy !== null) fail('line_corrected', { number: line.number, by: line.correctedBy })
    const { bookId, copyId, voucherId, withdrawalId } = await db
      .selectFrom('registerLine')
      .select(['bookId', 'copyId', 'voucherId', 'withdrawalId'])
      .where('id', '=', lineId)
      .executeTakeFirstOrThrow()
    const book = await db
      .selectFrom('registerBook')
      .select(['register', 'year', 'seriesId', 'mergerId'])
      .where('id', '=', bookId)
      .executeTakeFirstOrThrow()
    if (book.mergerId !== null) fail('book_of_former_unit', { number: line.number })
    const written = cells.map((cell) => cell.trim().normalize('NFC'))
    requireCells(book.register, { written, before: line.cells }, fail)
    if (written.every((cell, index) => cell === line.cells[index]))
      fail('nothing_changed', { number: line.number })
    const year = openYearFor(book.year, await lastClosedYear(db), today)
    const said = await remarkOf(db, { line: line.number, lineYear: book.year, year, reason })
    const remark = written.at(-1) === line.cells.at(-1) ? '' : written.at(-1)
    const corrected = [...written.slice(0, -1), [remark, said].filter(Boolean).join('; ')]
    const cause = { copyId, voucherId, withdrawalId, correctsId: lineId }
    const { register, seriesId } = book
    await insertLines(db, [{ register, seriesId, ...cause, year, cells: corrected }], today)
    const { id } = await db
      .selectFrom('registerLine')
      .select('id')
      .where('correctsId', '=', lineId)
      .executeTakeFirstOrThrow()
    return (await readLine(db, id)) ?? fail('line_not_found', { id })
  },
}

/** As many cells as the book has columns, each of its kind, and the line still about the same thing. */
function requireCells(
  register: RegisterKind,
  { written, before }: { written: readonly string[]; before: readonly string[] },
  fail: Fail<'cells_wrong'>,
): void {
  const columns = registerColumns[register]
  if (written.length !== columns.length)
    fail('cells_wrong', { column: '', value: String(written.length), columns: columns.length })
  columns.forEach(({ key, kind }, index) => {
    const value = written[index] ?? ''
    const isRight = {
      key: value === before[index],
      date: value === '' || (/^\d{2}\/\d{2}\/\d{4}$/.test(value) && parseDate(value) !== null),
      count: readBookNumber(value) !== null,
      money: readBookNumber(value) !== null,
      text: true,
    }[kind]
    if (!isRight) fail('cells_wrong', { column: key, value, columns: columns.length })
  })
}
