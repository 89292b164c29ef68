/** Viet Nam has one zone, +07:00, without summer time. */
const vietNamOffsetMs = 7 * 3_600_000

export type IsoDate = string
export type Quarter = { year: number; quarter: number }

export function isoDateAt(instantMs: number): IsoDate {
  return new Date(instantMs + vietNamOffsetMs).toISOString().slice(0, 10)
}

export function instantAt(instantMs: number): string {
  return new Date(instantMs).toISOString()
}

/** First and last day; a quarter runs from the first day of its first month to the last day of its third (Circular 16/2022). */
export function quarterBounds({ year, quarter }: Quarter): { from: IsoDate; to: IsoDate } {
  const firstMonth = quarter * 3 - 2
  const lastDay = new Date(Date.UTC(year, firstMonth + 2, 0)).getUTCDate()
  const month = (value: number) => String(value).padStart(2, '0')
  return { from: `${year}-${month(firstMonth)}-01`, to: `${year}-${month(firstMonth + 2)}-${lastDay}` }
}

export function quarterOf(date: IsoDate): Quarter {
  return { year: Number(date.slice(0, 4)), quarter: Math.ceil(Number(date.slice(5, 7)) / 3) }
}

export function previousQuarter({ year, quarter }: Quarter): Quarter {
  return quarter === 1 ? { year: year - 1, quarter: 4 } : { year, quarter: quarter - 1 }
}

/** 2026-04-21 → 21/04/2026 */
export function displayDate(date: IsoDate): string {
  return `${date.slice(8, 10)}/${date.slice(5, 7)}/${date.slice(0, 4)}`
}

/** The days of something that lasts; a year that both ends share is said once. */
export function spanText(from: IsoDate, to: IsoDate): string {
  if (from === to) return displayDate(from)
  const isOneYear = from.slice(0, 4) === to.slice(0, 4)
  return `${displayDate(from).slice(0, isOneYear ? 5 : undefined)} – ${displayDate(to)}`
}

/** An instant in Viet Nam's time as part of a file's name, so that names sort by age: 2026-04-21-08-05-07-046. */
export function fileStamp(instant: string): string {
  return new Date(Date.parse(instant) + vietNamOffsetMs).toISOString().slice(0, 23).replace(/\D/g, '-')
}

/** An instant as 21/04/2026 08:05, in Viet Nam's time. */
export function displayInstant(instant: string): string {
  const local = new Date(Date.parse(instant) + vietNamOffsetMs).toISOString()
  return `${displayDate(local)} ${local.slice(11, 16)}`
}

/** Of a year written with two digits, these and later ones lie in the last century: 98 is 1998, 26 is 2026. */
const firstShortYear = 70

/** Reads 21/4/2026, 21-04-26, 21042026 or 2026-04-21; anything that is no day of the calendar gives null. */
export function parseDate(text: string): IsoDate | null {
  const trimmed = text.trim()
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(trimmed)
  const local =
    /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4}|\d{2})$/.exec(trimmed) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(trimmed)
  const parts = iso ? [iso[1], iso[2], iso[3]] : local ? [local[3], local[2], local[1]] : null
  if (!parts) return null
  const [year = '', month = '', day = ''] = parts as string[]
  const date = `${fullYear(year)}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const real = new Date(`${date}T00:00:00Z`)
  return date >= '1000' && !Number.isNaN(real.getTime()) && real.toISOString().startsWith(date) ? date : null
}

function fullYear(year: string): string {
  if (year.length === 4) return year
  return Number(year) >= firstShortYear ? `19${year}` : `20${year}`
}

const dayMs = 86_400_000

export function addDays(date: IsoDate, days: number): IsoDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10)
}

/** The same day of another month, or that month's last day. */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const year = Number(date.slice(0, 4))
  const month = Number(date.slice(5, 7)) - 1 + months
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  const day = Math.min(Number(date.slice(8, 10)), lastDay)
  return new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10)
}
