import { formatNumber, type NumberStyle } from './numbers.ts'

const units = ['KB', 'MB', 'GB'] as const

/** 3.510.272 bytes → 3,3 MB; counted as Windows counts, by 1024. */
export function formatSize(bytes: number, style: NumberStyle): string {
  const at = bytes < 1024 ** 2 ? 0 : bytes < 1024 ** 3 ? 1 : 2
  const amount = bytes / 1024 ** (at + 1)
  const rounded = amount < 10 ? Math.round(amount * 10) / 10 : Math.round(amount)
  return `${formatNumber(rounded, style)}\u00A0${units[at]}`
}
