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
