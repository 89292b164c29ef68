import type { IsoDate } from '../dates.ts'

export const volumeKinds = ['hdd', 'ssd', 'usb', 'optical', 'tape', 'server', 'other'] as const
export const copyStates = ['matched', 'mismatched', 'missing', 'unreadable'] as const
export type CopyState = (typeof copyStates)[number]

/** The file on a disk by which the disk is known, under whatever letter it is attached. */
export const volumeFileName = 'KHO-SACH-DIA.json'

/** The same day so many months on; the last of a shorter month where there is none. */
export function monthsAfter(date: IsoDate, months: number): IsoDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const lastDay = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, lastDay))).toISOString().slice(0, 10)
}
