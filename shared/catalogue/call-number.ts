import * as z from 'zod'
import { sortKey } from '../collate.ts'
import { fold, words } from '../fold.ts'
import { splitHeadings, type RecordFields } from './marc-form.ts'

/**
 * How a library builds its call numbers. Practice differs from one to the next (mã hóa tên sách has no one table), so
 * the rule is a setting.
 */
export const CallNumberRule = z.object({
  /** Digits kept after the point of the class number; null keeps all. */
  ddcDecimals: z.int().min(0).max(10).nullable().default(null),
  /** What the second mark is made from. */
  markFrom: z.enum(['title', 'author', 'none']).default('title'),
  /** First letters of the word, first letters of the first words, or the library's own table. */
  markBy: z.enum(['letters', 'initials', 'table']).default('initials'),
  markLength: z.int().min(1).max(6).default(3),
  /** For `table`: a word that begins so gets this code; the longest beginning wins. */
  table: z
    .array(z.object({ begins: z.string().min(1).max(20), code: z.string().max(20) }))
    .max(2000)
    .default([]),
  hasYear: z.boolean().default(false),
  hasPart: z.boolean().default(true),
})
export type CallNumberRule = z.output<typeof CallNumberRule>

export type ShelfFields = Pick<
  RecordFields,
  'title' | 'part' | 'authors' | 'organisations' | 'ddc' | 'publishedYear'
>

/** The call number a rule proposes: class number, mark, volume, year. */
export function callNumberFor(fields: ShelfFields, rule: CallNumberRule): string {
  const parts = [
    classNumber(fields.ddc, rule.ddcDecimals),
    markFor(fields, rule),
    rule.hasPart ? partMark(fields.part) : '',
    rule.hasYear && fields.publishedYear !== null ? String(fields.publishedYear) : '',
  ]
  return parts.filter((part) => part !== '').join(' ')
}

/** Words, and numbers of other schemes that begin with a letter, stand in no class of the DDC. */
export function isClassNumber(ddc: string): boolean {
  return /^\s*\d/.test(ddc)
}

function classNumber(ddc: string, decimals: number | null): string {
  const bare = ddc.replace(/[\s'’′/]/g, '')
  const [whole = '', rest = ''] = bare.split('.')
  const kept = decimals === null ? rest : rest.slice(0, decimals)
  return kept === '' ? whole : `${whole}.${kept}`
}

function markFor(fields: ShelfFields, rule: CallNumberRule): string {
  if (rule.markFrom === 'none') return ''
  const mark = rule.markFrom === 'author' ? authorMark(fields, rule) : ''
  return mark === '' ? titleMark(fields, rule) : mark
}

export function titleMark(fields: Pick<ShelfFields, 'title'>, rule: CallNumberRule): string {
  return mark(fields.title, rule)
}

/** From the first heading as it is written; empty for a work without one. */
export function authorMark(
  fields: Pick<ShelfFields, 'authors' | 'organisations'>,
  rule: CallNumberRule,
): string {
  const [first = ''] = [...splitHeadings(fields.authors), ...splitHeadings(fields.organisations)]
  return mark(first, rule)
}

function mark(text: string, { markBy, markLength, table }: CallNumberRule): string {
  const found = words(text)
  const [word = '', second = ''] = found
  if (markBy === 'letters') return letters(word).slice(0, markLength)
  if (markBy === 'initials') {
    return found
      .slice(0, markLength)
      .map((each) => letters(each).slice(0, 1))
      .join('')
  }
  const code = codeIn(table, word)
  // As "Truyện Kiều" is TR527K: the code of the first word, the first letter of the second.
  return code === null ? letters(word).slice(0, markLength) : code + letters(second).slice(0, 1)
}

function codeIn(table: CallNumberRule['table'], word: string): string | null {
  const typed = word.normalize('NFC').toLowerCase()
  const fitting = table.filter(({ begins }) => typed.startsWith(begins.normalize('NFC').trim().toLowerCase()))
  return fitting.toSorted((a, b) => b.begins.length - a.begins.length)[0]?.code ?? null
}

/** Capitals without tones; ă, â, đ, ê, ô, ơ and ư are letters of their own. */
function letters(word: string): string {
  return word
    .normalize('NFD')
    .replace(/[\u0300\u0309\u0303\u0301\u0323]/gu, '')
    .normalize('NFC')
    .toUpperCase()
}

const partNames: Record<string, string> = { quyen: 'Q', q: 'Q', phan: 'Ph', ph: 'Ph', so: 'S', s: 'S' }

/** "Tập 1. Dế Mèn" is T.1; a part without a number has no mark. */
export function partMark(part: string): string {
  const found = /^(?:([\p{L}]+)\s*[.:]?\s*)?(\d+|[IVXLC]+)(?![\p{L}\d])/u.exec(part.trim())
  const name = fold(found?.[1] ?? '')
  return found ? `${partNames[name] ?? 'T'}.${found[2] ?? ''}` : ''
}

/** 895.922 34: printed in groups of three. A number of more figures, or with a slash, is something else. */
const classAtStart = /^\d{1,3}(?:\.\d+)?(?: \d{1,3}(?![\d./\p{L}]))*(?![\d/\p{L}])/u
const classAfterLetters = /^\d{1,3}\.\d+$/
const volume = /^(?:t|q|v|ph|tập|quyển)\d{1,2}$/iu
const cutter = /^(\p{L}+)(\d+)(\p{L}*)$/u

/**
 * A key whose plain byte order is the order of the shelf. Class numbers are decimals (51 before 510.1 before 52), so
 * their figures compare one by one; a mark such as K45 is a decimal too; volumes and running numbers go by value.
 */
export function shelfKey(callNumber: string): string {
  const clean = callNumber.normalize('NFC').trim().replace(/\s+/g, ' ')
  const number = classOf(clean)
  if (number !== '') {
    const rest = clean
      .slice(number.length)
      .split(' ')
      .filter((token) => token !== '')
    return [number.replace(/\D/g, ''), ...rest.map((token, index) => tokenKey(token, index === 0))]
      .join(' ')
      .trim()
  }
  return clean
    .split(' ')
    .map((token, index) =>
      index === 1 && classAfterLetters.test(token) ? token.replace('.', '') : tokenKey(token, false),
    )
    .filter((key) => key !== '')
    .join(' ')
}

function classOf(callNumber: string): string {
  const found = classAtStart.exec(callNumber)?.[0] ?? ''
  const [first = ''] = found.split(' ')
  // Only a number printed in full groups goes on after the space.
  const isGrouped = (first.split('.')[1] ?? '').length === 3
  return isGrouped ? found : first
}

function tokenKey(token: string, isMark: boolean): string {
  const found = isMark && !volume.test(token) ? cutter.exec(token) : null
  if (!found) return sortKey(token)
  const [, head = '', figures = '', tail = ''] = found
  // A mark that ends here stands before one with another figure.
  return `${sortKey(head)}${figures}!${sortKey(tail)}`
}
