import type { MarcRecord } from '../../../shared/catalogue/contract.ts'
import type { Decode } from './entry.ts'
import { asMarc } from './isis-habits.ts'
import { fieldEnd, recordEnd } from './iso2709-fields.ts'
import { digits, directedRecord, entryLength } from './iso2709-record.ts'
import { rebuiltRecord } from './iso2709-rescue.ts'
import type { Ledger } from './ledger.ts'
import { glimpse, leaderLength, type Reading } from './values.ts'

/** CDS/ISIS ends fields and records with a number sign, and breaks lines at 80 characters, if nobody tells it otherwise. */
const sign = 0x23
const maxStretch = 1_048_576

/** Whether a file of ISO 2709 is one of those. */
export function isIsis(head: Buffer): boolean {
  const lines = withoutBreaks(head.subarray(0, 16_384))
  const base = digits(lines, 12, 5)
  const directory = lines.toString('latin1', leaderLength, base - 1)
  return base > leaderLength && lines[base - 1] === sign && /^(?:\d{12})+$/.test(directory)
}

function withoutBreaks(bytes: Buffer): Buffer {
  return Buffer.from(bytes.toString('latin1').replace(/[\r\n]/g, ''), 'latin1')
}

/** Bytes taken; zero where the record's end is still to come. */
export function readIsisRecord(
  bytes: Buffer,
  at: number,
  ledger: Ledger,
  { decode, isLast }: { decode: Decode; isLast: boolean },
): number {
  const end = endByLength(bytes, at) ?? endBySigns(bytes, at)
  if (end === null && !isLast && bytes.length - at < maxStretch) return 0
  const stretch = bytes.subarray(at, Math.min(end ?? bytes.length, at + maxStretch))
  const reading: Reading = { decode, problems: [] }
  const record = isisRecord(withoutBreaks(stretch), reading)
  const detail = glimpse(stretch.toString('latin1', 0, 200))
  if (record) ledger.record(stretch.length, record, reading.problems)
  else ledger.unread(stretch, { code: end === null ? 'cut_off' : 'junk', detail })
  return stretch.length
}

/** Behind as many characters as the leader speaks of, line breaks not counted. */
function endByLength(bytes: Buffer, at: number): number | null {
  const length = digits(bytes, at, 5)
  let count = 0
  let end = at
  for (; count < length && end < bytes.length; end++) {
    if (bytes[end] !== 0x0a && bytes[end] !== 0x0d) count++
  }
  return length > leaderLength && count === length && bytes[end - 1] === sign ? end : null
}

/** Two signs at the end of a line: inside a record they are an empty field. */
function endBySigns(bytes: Buffer, at: number): number | null {
  for (let found = bytes.indexOf('##', at); found !== -1; found = bytes.indexOf('##', found + 1)) {
    const next = bytes[found + 2]
    if (next === 0x0a || next === 0x0d) return found + 2
  }
  return null
}

function isisRecord(bytes: Buffer, reading: Reading): MarcRecord | null {
  const whole = Buffer.from(bytes)
  const base = digits(whole, 12, 5)
  for (let entry = leaderLength; entry < base - 1; entry += entryLength) {
    endField(whole, base + digits(whole, entry + 7, 5) + digits(whole, entry + 3, 4) - 1)
  }
  endField(whole, base - 1)
  whole[whole.length - 1] = recordEnd
  const directed = directedRecord(whole, 0, reading)
  if (directed && directed !== 'wait' && directed.length === whole.length)
    return asMarc(directed.record, reading)
  reading.problems.length = 0
  for (const [place, byte] of bytes.entries()) if (byte === sign) bytes[place] = fieldEnd
  if (bytes[bytes.length - 1] === fieldEnd) bytes[bytes.length - 1] = recordEnd
  const record = rebuiltRecord(bytes, reading, false)
  return record && asMarc(record, reading)
}

function endField(bytes: Buffer, at: number): void {
  if (bytes[at] === sign) bytes[at] = fieldEnd
}
