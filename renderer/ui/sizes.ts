import { formatNumber, type NumberStyle } from './numbers.ts'

const units = ['KB', 'MB', 'GB'] as const

/** 3.510.272 bytes → 3,3 MB; counted as Windows counts, by 1024. */
export function formatSize(bytes: number, style: NumberStyle): string {
  const at = bytes < 1024 ** 2 ? 0 : bytes < 1024 ** 3 ? 1 : 2
  const amount = bytes / 1024 ** (at + 1)
  // A file with something in it is never shown as empty.
  const small = bytes > 0 ? Math.max(0.1, Math.round(amount * 10) / 10) : 0
  const rounded = amount < 10 ? small : Math.round(amount)
  return `${formatNumber(rounded, style)}\u00A0${units[at]}`
}
