import type { Decode, Entry } from './entry.ts'
import { isIsis, readIsisRecord } from './isis.ts'
import { recordEnd } from './iso2709-fields.ts'
import { digits, directedRecord } from './iso2709-record.ts'
import { rescueStretch } from './iso2709-rescue.ts'
import { lastLeader } from './iso2709-leader.ts'
import type { Ledger } from './ledger.ts'
import { entriesOf, type ReadStretches } from './stretches.ts'
import { leaderLength, type Reading } from './values.ts'

/** A longer stretch without a record's end is taken in pieces, so that no file can fill the memory. */
const maxStretch = 1_048_576

const separators = new Set([0x00, 0x0a, 0x0d, 0x1a])
const blank = 0x20

/** Reads MARC records in ISO 2709 and goes on past whatever is broken. */
export function readIso2709(
  bytes: AsyncIterable<Uint8Array>,
  { decode }: { decode: Decode },
): AsyncIterable<Entry[]> {
  let readNext: Manner['readNext'] | null = null
  const read: ReadStretches = (buffer, ledger, isLast) => {
    readNext ??= isIsis(buffer) ? readIsisRecord : readRecord
    return readRecords(buffer, ledger, { decode, isLast, readNext })
  }
  return entriesOf(bytes, read)
}

type Terms = { decode: Decode; isLast: boolean }
type Manner = Terms & {
  /** Bytes taken; zero where the record's end is still to come. */
  readNext: (bytes: Buffer, at: number, ledger: Ledger, terms: Terms) => number
}

function readRecords(bytes: Buffer, ledger: Ledger, manner: Manner): number {
  let at = 0
  while (at < bytes.length) {
    const start = skipSeparators(bytes, at, manner)
    ledger.gap(start - at)
    at = start
    const taken = at < bytes.length ? manner.readNext(bytes, at, ledger, manner) : 0
    if (taken === 0) break
    at += taken
  }
  return at
}

/** Blanks before digits are separators; before anything else they may be a leader whose length was left blank. */
function skipSeparators(bytes: Buffer, from: number, { isLast }: Manner): number {
  let at = from
  let blanks = 0
  for (; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0
    if (byte === blank) blanks++
    else if (separators.has(byte)) blanks = 0
    else break
  }
  if (blanks === 0 || (isLast && at === bytes.length) || digits(bytes, at, 5) >= 0) return at
  return at - Math.min(blanks, 5)
}

function readRecord(bytes: Buffer, at: number, ledger: Ledger, { decode, isLast }: Terms): number {
  const reading: Reading = { decode, problems: [] }
  const directed = directedRecord(bytes, at, reading)
  if (directed === 'wait' && !isLast) return 0
  if (directed && directed !== 'wait') {
    ledger.record(directed.length, directed.record, reading.problems)
    return directed.length
  }
  const end = endOf(bytes, at, isLast)
  if (end === 'wait') return 0
  if (end !== null) return rescueStretch(bytes.subarray(at, end), ledger, { decode, isTail: false })
  if (bytes.length - at >= maxStretch) return skipStretch(bytes.subarray(at, at + maxStretch), ledger)
  if (!isLast) return 0
  return rescueStretch(bytes.subarray(at), ledger, { decode, isTail: true })
}

/** Behind the terminator: the one the leader speaks of where another record follows it, else the next there is. */
function endOf(bytes: Buffer, at: number, isLast: boolean): number | 'wait' | null {
  const claimed = at + Math.max(digits(bytes, at, 5), 0)
  if (claimed > at + leaderLength) {
    if (claimed + 5 > bytes.length && !isLast) return 'wait'
    if (bytes[claimed - 1] === recordEnd && beginsAnew(bytes, claimed)) return claimed
  }
  const next = bytes.subarray(at, at + maxStretch).indexOf(recordEnd)
  return next === -1 ? null : at + next + 1
}

function beginsAnew(bytes: Buffer, at: number): boolean {
  return at >= bytes.length || separators.has(bytes[at] ?? 0) || digits(bytes, at, 5) >= 0
}

/** Up to what may be the beginning of a whole record. */
function skipStretch(stretch: Buffer, ledger: Ledger): number {
  const length = lastLeader(stretch) || stretch.length
  ledger.unread(stretch.subarray(0, length), { code: 'no_record_end', detail: '' })
  return length
}
