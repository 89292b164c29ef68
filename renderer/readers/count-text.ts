import { formatNumber, parseNumber, type NumberStyle } from '../ui/numbers.ts'

/** What a cell says: nothing, a whole number from 0, or something that is none. */
export function readCount(text: string, style: NumberStyle): number | null | 'wrong' {
  if (text.trim() === '' || /^[-–—]$/.test(text.trim())) return null
  const value = parseNumber(text, style)
  return value !== null && Number.isInteger(value) && value >= 0 ? value : 'wrong'
}

export function countText(value: number | null | undefined, style: NumberStyle): string {
  return value === null || value === undefined ? '' : formatNumber(value, style)
}

/** A count below nought was hardly meant: what it says without its sign, to be asked about. */
export function meantBy(text: string, style: NumberStyle): number | null {
  const value = parseNumber(text, style)
  return value !== null && Number.isInteger(value) && value < 0 ? -value : null
}
