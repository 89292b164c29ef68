import type { RegisterKind } from './contract.ts'

/** What a cell holds: `key` names the line's thing and is never corrected, `count` and `money` are summed by page. */
export type ColumnKind = 'date' | 'key' | 'text' | 'count' | 'money'
export type RegisterColumn = { key: string; kind: ColumnKind; weight: number }

function column(key: string, kind: ColumnKind, weight: number): RegisterColumn {
  return { key, kind, weight }
}

const byMaterialAndLanguage = [
  column('titles', 'count', 6),
  column('copies', 'count', 6),
  column('amount', 'money', 11),
  column('books', 'count', 6),
  column('serials', 'count', 6),
  column('others', 'count', 6),
  column('vietnamese', 'count', 6),
  column('foreign', 'count', 6),
]

/**
 * The columns of the books as public and school libraries have long kept them: sổ đăng ký cá biệt, and the three parts
 * of sổ đăng ký tổng quát. The last column of each is the remark, where a correction names the line it puts right.
 */
export const registerColumns: Record<RegisterKind, readonly RegisterColumn[]> = {
  individual: [
    column('enteredOn', 'date', 9),
    column('accessionNumber', 'key', 10),
    column('title', 'text', 32),
    column('publisher', 'text', 17),
    column('year', 'text', 6),
    column('price', 'money', 10),
    column('voucher', 'text', 11),
    column('store', 'text', 11),
    column('withdrawal', 'text', 14),
    column('remark', 'text', 17),
  ],
  accessions: [
    column('enteredOn', 'date', 9),
    column('order', 'key', 6),
    column('source', 'text', 18),
    column('document', 'text', 18),
    ...byMaterialAndLanguage,
    column('remark', 'text', 18),
  ],
  withdrawals: [
    column('withdrawnOn', 'date', 9),
    column('order', 'key', 6),
    column('decision', 'text', 18),
    column('ground', 'text', 18),
    ...byMaterialAndLanguage,
    column('remark', 'text', 18),
  ],
  stock: [
    column('heldOn', 'date', 10),
    column('broughtTitles', 'count', 10),
    column('broughtCopies', 'count', 10),
    column('adjusted', 'text', 10),
    column('cameIn', 'count', 10),
    column('wentOut', 'count', 10),
    column('heldTitles', 'count', 10),
    column('heldCopies', 'count', 10),
    column('remark', 'text', 24),
  ],
}

/** Fixed when a book begins, so that a line stays on its page. */
export const linesPerPage = 14

export function pageOf(lineNumber: number, perPage: number): number {
  return Math.ceil(lineNumber / perPage)
}

/** The place of a column in the cells of a line. */
export function columnIndex(register: RegisterKind, key: string): number {
  const index = registerColumns[register].findIndex((each) => each.key === key)
  if (index < 0) throw new RangeError(`The ${register} register has no column '${key}'`)
  return index
}

/** 12000 → 12.000, as the books write it whatever the language of the screen. */
export function bookNumber(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, '.')
}

/** A difference, as part III writes it: +12, -3, blank where there is none. */
export function signedNumber(value: number): string {
  if (value === 0) return ''
  return `${value > 0 ? '+' : '-'}${bookNumber(Math.abs(value))}`
}

/** Reads 12.000 back; null for what is no such number. A blank counts nothing. */
export function readBookNumber(text: string): number | null {
  if (text === '') return 0
  return /^(\d{1,3}(\.\d{3})+|\d+)$/.test(text) ? Number(text.replaceAll('.', '')) : null
}
