import { parseDate, type IsoDate } from '../dates.ts'
import { fold } from '../fold.ts'

/** Dearer than any copy: as much as the register of copies takes. */
const mostDear = 1_000_000_000_000

/**
 * đồng, in Vietnamese notation, where a point parts thousands, or English, where a comma does; null for what is not
 * plainly a price in đồng. Words (“45 nghìn”), other currencies and broken amounts are for a person to read.
 */
export function priceIn(text: string): number | null {
  const bare = fold(text)
    .replace(/\s+/g, '')
    .replace(/(?:dong|vnd|vnđ|d|₫)(?:\/.*|\(.*\))?\.?$/, '')
    .replace(/^(?:vnd|₫)/, '')
  const amount = digitsOf(bare)
  return amount !== null && amount <= mostDear ? amount : null
}

function digitsOf(text: string): number | null {
  if (/^\d{1,15}$/.test(text)) return Number(text)
  const grouped =
    /^(\d{1,3})((?:\.\d{3})+)(?:,0{1,2}|,-)?$/.exec(text) ??
    /^(\d{1,3})((?:,\d{3})+)(?:\.0{1,2})?$/.exec(text)
  if (grouped) return Number((grouped[1] ?? '') + (grouped[2] ?? '').replace(/[.,]/g, ''))
  // No đồng has been parted for decades: what follows the sign can only be nothing.
  const whole = /^(\d{1,15})[.,]0{1,2}$/.exec(text)
  return whole ? Number(whole[1]) : null
}

/** Excel's days of 1954 to 2099; lower and higher numbers are years and prices. */
const serials = { from: 20_000, to: 73_000 }
const dayMs = 86_400_000

/** A day: written as here, as in English where a column says so, as ISO, or as Excel's number of it. */
export function dateIn(text: string, order: 'dmy' | 'mdy'): IsoDate | null {
  const day = text
    .trim()
    .replace(/[T ]\d{1,2}[:h]\d{2}.*$/, '')
    .replace(/^ngày\s+/i, '')
    .replace(/\s*tháng\s*|\s*năm\s*/gi, '/')
  if (/^\d{5}(?:\.\d+)?$/.test(day)) {
    const serial = Math.floor(Number(day))
    if (serial < serials.from || serial > serials.to) return null
    return new Date(Date.UTC(1899, 11, 30) + serial * dayMs).toISOString().slice(0, 10)
  }
  const yearFirst = /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})$/.exec(day)
  if (yearFirst) return parseDate(yearFirst.slice(1).join('-'))
  const english = order === 'mdy' ? /^(\d{1,2})([/.-])(\d{1,2})\2(\d{2,4})$/.exec(day) : null
  return parseDate(english ? `${english[3]}/${english[1]}/${english[4]}` : day)
}

/** The first year within a text: “Cop. 2005”, “2005-2006”, “[1998]”, a date. */
export function yearIn(text: string): number | null {
  const found = /(?<!\d)(?:1\d{3}|20\d{2}|21\d{2}|2200)(?!\d)/.exec(text)
  return found ? Number(found[0]) : null
}

/** A class number and the mark behind it, as “895.9223 / T450H”; Excel drops zeros before and behind the point. */
export function classIn(text: string): { ddc: string; rest: string } | null {
  const bare = text
    .trim()
    .replace(/['’′]/g, '')
    .replace(/(?<=\.\d+)\s+(?=\d)/g, '')
  const found = /^\[?(\d{1,3})(?:[.,](\d{1,20}))?\]?(?:\s*[-–/]?\s*(\D.*))?$/s.exec(bare)
  if (!found) return null
  const [, whole = '', fraction, rest = ''] = found
  // One or two figures may be a class whose zeros are gone only where something follows the point.
  if (whole.length < 3 && fraction === undefined) return null
  const ddc = whole.padStart(3, '0') + (fraction === undefined ? '' : `.${fraction}`)
  return { ddc, rest: rest.trim() }
}
