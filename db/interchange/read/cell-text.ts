/** How a cell shows its number: as it is, as a day, or filled up with zeros between two texts, as VN000123. */
export type NumberLook =
  | { kind: 'plain' | 'date' }
  | { kind: 'padded'; before: string; digits: number; after: string }

export const plain: NumberLook = { kind: 'plain' }

/** Days between the two beginnings of Excel's calendar: files made on a Mac count from 1904. */
const macDays = 1462
const dayMs = 86_400_000
const epoch1900 = Date.UTC(1899, 11, 30)
/** 31 December 9999. */
const lastSerial = 2_958_465

const wholeNumber = /^-?[1-9]\d{0,14}$/

/** A number as people typed it: 895.92209999999997 in the file is 895.9221 on the screen, 9.78605E+12 all its figures. */
export function numberText(raw: string | number): string {
  if (typeof raw === 'string' && wholeNumber.test(raw)) return raw
  const value = Number(raw)
  if (!Number.isFinite(value)) return String(raw)
  const rounded = Number(value.toPrecision(15))
  const text = String(rounded)
  return text.includes('e+') ? BigInt(rounded).toString() : text
}

export function shownNumber(raw: string | number, look: NumberLook, is1904: boolean): string {
  const value = Number(raw)
  if (raw === '' || !Number.isFinite(value)) return String(raw)
  if (look.kind === 'date') return dateText(value, is1904) ?? numberText(raw)
  const text = numberText(raw)
  return look.kind === 'padded' && /^\d+$/.test(text)
    ? look.before + text.padStart(look.digits, '0') + look.after
    : text
}

/** ISO 8601: a day, a day with its time, or a time alone. */
export function dateText(serial: number, is1904: boolean): string | null {
  if (serial < 0 || serial > lastSerial) return null
  // Excel has a 29 February 1900, so its first sixty days are one ahead.
  const days = is1904 ? serial + macDays : serial < 60 ? serial + 1 : serial
  if (Number.isInteger(serial) && serial > 0) return isoDayAt(epoch1900 + days * dayMs)
  const iso = new Date(epoch1900 + Math.round((days * dayMs) / 1000) * 1000).toISOString()
  const [day = '', time = ''] = iso.slice(0, 19).split('T')
  if (serial < 1 && !is1904) return time
  return time === '00:00:00' ? day : `${day}T${time}`
}

function isoDayAt(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10)
}

/** Formats that need no code because every Excel knows them: 14 to 22 and 45 to 47, and the East's 27 to 36, 50 to 58. */
export function builtInLook(id: number): NumberLook {
  const isDate = [
    [14, 22],
    [27, 36],
    [45, 47],
    [50, 58],
  ].some(([from = 0, to = 0]) => id >= from && id <= to)
  return isDate ? { kind: 'date' } : plain
}

/** What a format code makes of a number, as far as a register cares. */
export function lookOf(code: string): NumberLook {
  const [positive = ''] = code.split(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/)
  // Brackets hold colours, conditions and languages; [h] and [mm] count hours and minutes.
  const section = positive.replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
  const bare = section.replace(/"[^"]*"|\\.|[_*]./g, '')
  if (/general/i.test(bare)) return plain
  if (/[ymdhs]/i.test(bare)) return { kind: 'date' }
  const parts = /^((?:"[^"]*"|\\.|[-.\s/])*)(0+)((?:"[^"]*"|\\.|[-\s/])*)$/.exec(section)
  if (!parts) return plain
  const [, before = '', zeros = '', after = ''] = parts
  const look = {
    kind: 'padded' as const,
    before: literal(before),
    digits: zeros.length,
    after: literal(after),
  }
  return look.digits > 1 || look.before.trim() !== '' ? look : plain
}

function literal(text: string): string {
  return text.replace(/"([^"]*)"|\\(.)/g, (_, quoted?: string, escaped?: string) => quoted ?? escaped ?? '')
}

/** Excel writes what XML cannot hold as _x000D_. */
export function unescaped(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([\dA-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    : text
}
