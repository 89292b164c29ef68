import { fold, words } from '../fold.ts'
import type { ColumnMap } from './columns.ts'
import { targetByHeader } from './header-names.ts'
import type { Row } from './table.ts'

type Filled = { cell: string; column: number }

function filledIn({ cells }: Row): Filled[] {
  return cells.flatMap((cell, column) => (cell.trim() === '' ? [] : [{ cell: cell.trim(), column }]))
}

/** The head once more on the next page, or the line of column numbers below it. */
export function isHeadAgain(row: Row, map: ColumnMap): boolean {
  const filled = filledIn(row)
  if (filled.length < 2) return false
  const isSame = ({ cell, column }: Filled) => plain(cell) === plain(map[column]?.header ?? '')
  if (filled.every(isSame)) return true
  if (filled.length < 3) return false
  // The upper line of a head of two lines has names that stand over several columns.
  const isName = (each: Filled) => isSame(each) || targetByHeader(each.cell)?.share === 1
  const isHead = filled.filter(isSame).length * 2 >= filled.length && filled.every(isName)
  return isHead || filled.every(isNumberOfColumn)
}

function isNumberOfColumn({ cell }: Filled, at: number): boolean {
  const found = /^[([]?(\d{1,2}|[A-Z])[)\]]?$/.exec(cell)?.[1]
  return found !== undefined && (found === String(at + 1) || found === String.fromCharCode(65 + at))
}

/** Longer ones first, so that nothing of a phrase is left over. */
const sums = [
  'cộng mang sang trang sau',
  'mang sang trang sau',
  'trang trước mang sang',
  'cộng trang trước',
  'cộng mang sang',
  'số mang sang',
  'mang sang',
  'tổng số cộng',
  'tổng cộng',
  'tổng số',
  'cộng dồn',
  'lũy kế',
  'luỹ kế',
  'cộng',
  'grand total',
  'sub total',
  'subtotal',
  'total',
]
const counted =
  'toàn bộ|trang này|trang trước|trang|số lượng|số|các loại|thành tiền|giá trị|tiền|' +
  'bản|cuốn|quyển|tập|tên|đầu|sách|tài liệu|ấn phẩm|copies|titles|books|amount|price|page|of|no'
const sumLine = new RegExp(`^(?:${sums.join('|')})(?: (?:\\d+(?: (?:đồng|đ|vnđ|vnd))?|${counted}))*$`, 'u')
/** Typed without marks, as old registers are. Half a mark is another word: “Cọng” is no “Cộng”. */
const bareSumLine = new RegExp(fold(sumLine.source), 'u')
const onlyNumber = /^[^\p{L}]*$|^\d[\d.,\s]*(?:đ|đồng|vnđ|vnd|cuốn|bản|quyển|tên|tập)\.?$/iu

/** A line in which a register adds up a page or the whole: its text cells say so and nothing else. */
export function isSum(row: Row): boolean {
  const texts = filledIn(row).flatMap(({ cell }) => (onlyNumber.test(cell) ? [] : [plain(cell)]))
  return texts.length > 0 && texts.every((text) => sumLine.test(text) || bareSumLine.test(text))
}

function plain(text: string): string {
  return words(text.normalize('NFC').toLowerCase()).join(' ')
}

/** What the row says, as one line. */
export function saidIn(row: Row): string {
  return filledIn(row)
    .map(({ cell }) => cell)
    .join(' · ')
    .slice(0, 300)
}
