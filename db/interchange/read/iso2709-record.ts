import type { MarcField, MarcRecord } from '../../../shared/catalogue/contract.ts'
import { fieldEnd, fieldOf, recordEnd } from './iso2709-fields.ts'
import { leaderLength, type Reading } from './values.ts'

/** ISO 2709, 4: the leader, then for each field tag, length and start in 3, 4 and 5 digits. */
export const entryLength = 12

/** What a record is read from: a stretch that its leader says is one. */
export type Found = { length: number; record: MarcRecord }

/** `wait`: the leader speaks of more bytes than have come. */
export type Directed = Found | 'wait' | null

/** Reads a record whose leader and directory say the truth throughout; null where anything does not fit. */
export function directedRecord(bytes: Buffer, at: number, reading: Reading): Directed {
  const length = digits(bytes, at, 5)
  const base = digits(bytes, at + 12, 5)
  if (length < leaderLength + 2 || base < leaderLength + 1 || base >= length) return null
  if ((base - leaderLength - 1) % entryLength !== 0) return null
  if (at + base <= bytes.length && bytes[at + base - 1] !== fieldEnd) return null
  if (at + length > bytes.length) return 'wait'
  if (bytes[at + length - 1] !== recordEnd || !isLeader(bytes, at)) return null
  const fields = directedFields(bytes, at, at + base, { end: at + length - 1, reading })
  if (!fields) return null
  return { length, record: { leader: bytes.toString('latin1', at, at + leaderLength), fields } }
}

function directedFields(
  bytes: Buffer,
  at: number,
  data: number,
  { end, reading }: { end: number; reading: Reading },
): MarcField[] | null {
  const fields: MarcField[] = []
  let covered = 0
  for (let entry = at + leaderLength; entry < data - 1; entry += entryLength) {
    const size = digits(bytes, entry + 3, 4)
    const from = data + digits(bytes, entry + 7, 5)
    const to = from + size - 1
    if (size < 1 || from < data || to >= end || bytes[to] !== fieldEnd) return null
    const tag = tagAt(bytes, entry)
    // A terminator inside the field: the directory covers two of them with one entry.
    if (tag === null || bytes.indexOf(fieldEnd, from) !== to) return null
    covered += size
    const field = fieldOf(bytes, { tag, from, to }, reading)
    if (field) fields.push(field)
  }
  // What no entry points to would be lost.
  return covered === end - data ? fields : null
}

/** -1 where they are not all digits. */
export function digits(bytes: Buffer, at: number, count: number): number {
  let value = 0
  for (let i = at; i < at + count; i++) {
    const digit = (bytes[i] ?? 0) - 0x30
    if (digit < 0 || digit > 9) return -1
    value = value * 10 + digit
  }
  return value
}

const numbers = Array.from({ length: 1000 }, (_, number) => String(number).padStart(3, '0'))

/** Null where it is not three digits or letters. */
export function tagAt(bytes: Buffer, at: number): string | null {
  const number = digits(bytes, at, 3)
  if (number >= 0) return numbers[number] ?? null
  const first = bytes[at] ?? 0
  const second = bytes[at + 1] ?? 0
  const third = bytes[at + 2] ?? 0
  if (!isTagByte(first) || !isTagByte(second) || !isTagByte(third)) return null
  return String.fromCharCode(first, second, third)
}

function isTagByte(byte: number): boolean {
  return (byte > 0x2f && byte < 0x3a) || (byte > 0x40 && byte < 0x5b) || (byte > 0x60 && byte < 0x7b)
}

/** All of it printable. */
function isLeader(bytes: Buffer, at: number): boolean {
  for (let i = at; i < at + leaderLength; i++) {
    const byte = bytes[i] ?? 0
    if (byte < 0x20 || byte > 0x7e) return false
  }
  return true
}
