import { displayDate, parseDate } from '../../shared/dates.ts'
import { cleanText } from '../../shared/fold.ts'
import type { Language } from '../../shared/texts.ts'
import type { CellValue, Column } from './document.ts'

/** A cell's value as every format must show it; xlsx also keeps what lies behind it. */
export type Cell =
  | { kind: 'blank'; shown: '' }
  | { kind: 'text'; shown: string }
  | { kind: 'status'; shown: string }
  | { kind: 'number'; shown: string; value: number; decimals: number }
  | { kind: 'date'; shown: string; date: string }

const blankCell: Cell = { kind: 'blank', shown: '' }
const mostDecimals = 3
const formatters = new Map<string, Intl.NumberFormat>()

/** NFC, because pdf fonts detach separate marks; well-formed and without control characters, because XML refuses them. */
export function clean(text: string): string {
  return cleanText(
    text
      .replace(/\r\n?/g, '\n')
      .toWellFormed()
      .replace(/[\uFFFE\uFFFF]/g, ''),
  )
}

function formatter(language: Language, decimals: number): Intl.NumberFormat {
  const name = `${language}${decimals}`
  const known = formatters.get(name)
  if (known) return known
  const made = new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  })
  formatters.set(name, made)
  return made
}

function decimalsOf(value: number): number {
  const rounded = Number(value.toFixed(mostDecimals))
  for (let decimals = 0; decimals < mostDecimals; decimals += 1) {
    if (Number(rounded.toFixed(decimals)) === rounded) return decimals
  }
  return mostDecimals
}

/** 1234.5 → 1.234,5 in Vietnamese, 1,234.5 in English; a rounded −0 is 0. */
export function shownNumber(value: number, language: Language, decimals = decimalsOf(value)): string {
  const shown = formatter(language, decimals).format(value)
  return /^-[0.,]*$/.test(shown) ? shown.slice(1) : shown
}

function filledCell(value: string | number, column: Column, language: Language): Cell {
  if (typeof value === 'number') {
    if (!Number.isFinite(value))
      throw new RangeError(`The figure under '${column.key}' is not a finite number`)
    const decimals = column.decimals ?? decimalsOf(value)
    return { kind: 'number', shown: shownNumber(value, language, decimals), value, decimals }
  }
  const text = clean(value)
  if (text === '') return blankCell
  const date = column.kind === 'date' && /^\d{4}-\d{2}-\d{2}$/.test(text) ? parseDate(text) : null
  return date ? { kind: 'date', shown: displayDate(date), date } : { kind: 'text', shown: text }
}

export type StatusWords = Record<'not_applicable' | 'not_collected' | 'zero_base', string>

export function cellOf(
  value: CellValue | undefined,
  column: Column,
  { language, statusWords }: { language: Language; statusWords: StatusWords },
): Cell {
  if (value === null || value === undefined) return blankCell
  if (typeof value !== 'object') return filledCell(value, column, language)
  return { kind: 'status', shown: clean(value.shown ?? '') || statusWords[value.status] }
}
