import type { MarcRecord } from '../../../shared/catalogue/contract.ts'
import type { Decode } from './entry.ts'
import { contentsFrom, type Cut } from './iso2709-contents.ts'
import { directoryOf } from './iso2709-directory.ts'
import { fieldEnd, fieldOf, recordEnd } from './iso2709-fields.ts'
import { isLeaderAt, leadersIn } from './iso2709-leader.ts'
import { digits, directedRecord } from './iso2709-record.ts'
import type { Ledger } from './ledger.ts'
import { asMarc, unwrapped } from './isis-habits.ts'
import { glimpse, leaderFrom, note, type Reading } from './values.ts'

type Manner = { decode: Decode; isTail: boolean }

/** Saves from a stretch what can be saved: records whose terminator is missing stand behind one another. */
export function rescueStretch(stretch: Buffer, ledger: Ledger, { decode, isTail }: Manner): number {
  const starts = [0, ...leadersIn(stretch).filter((at) => at > 0), stretch.length]
  for (const [place, from] of starts.slice(0, -1).entries()) {
    const piece = stretch.subarray(from, starts[place + 1])
    const isCut = isTail && place === starts.length - 2
    rescuePiece(piece, ledger, { decode, isTail: isCut })
  }
  return stretch.length
}

function rescuePiece(piece: Buffer, ledger: Ledger, { decode, isTail }: Manner): void {
  const reading: Reading = { decode, problems: [] }
  const record = rescuedRecord(piece, reading, isTail)
  if (record) ledger.record(piece.length, record, reading.problems)
  else if (isTail && isLeaderAt(piece, 0)) ledger.unread(piece, { code: 'cut_off', detail: '' })
  else ledger.unread(piece, { code: 'junk', detail: glimpse(piece.toString('latin1', 0, 200)) })
}

function rescuedRecord(piece: Buffer, reading: Reading, isTail: boolean): MarcRecord | null {
  return wrappedRecord(piece, reading) ?? rebuiltRecord(piece, reading, isTail)
}

/** CDS/ISIS breaks its records into lines of 80 characters. */
function wrappedRecord(piece: Buffer, reading: Reading): MarcRecord | null {
  const whole = unwrapped(piece)
  if (!whole) return null
  const directed = directedRecord(whole, 0, reading)
  if (directed && directed !== 'wait') return asMarc(directed.record, reading)
  reading.problems.length = 0
  note(reading.problems, 'lines_unwrapped')
  const record = rebuiltRecord(whole, reading, false)
  if (record) return asMarc(record, reading)
  reading.problems.length = 0
  return null
}

export function rebuiltRecord(piece: Buffer, reading: Reading, isTail: boolean): MarcRecord | null {
  const head = piece.indexOf(fieldEnd)
  const hasEnd = piece[piece.length - 1] === recordEnd
  const data = { from: head + 1, to: hasEnd ? piece.length - 1 : piece.length }
  const directory = head === -1 ? null : directoryOf(piece.subarray(0, head), data.to - data.from)
  if (!directory) return null
  const cut = cutOf(piece, hasEnd, isTail)
  const contents = contentsFrom(piece, data, directory.entries, cut)
  if (isTail && contents.spans.length * 2 < directory.entries.length) return null
  describe(piece, reading, { hasEnd, cut, isPlain: directory.isPlain && contents.isPlain })
  reading.problems.push(...contents.problems)
  const fields = contents.spans.flatMap((span) => fieldOf(piece, span, reading) ?? [])
  if (fields.length === 0) return null
  return { leader: leaderFrom(piece.toString('latin1', 0, directory.leaderLength), reading.problems), fields }
}

/** A tail lacks its end: what stands after its last terminator is half a field. */
function cutOf(piece: Buffer, hasEnd: boolean, isTail: boolean): Cut {
  const isWhole = hasEnd || piece[piece.length - 1] === fieldEnd
  return isTail && !isWhole ? 'cut' : 'whole'
}

type Facts = { hasEnd: boolean; cut: Cut; isPlain: boolean }

function describe(piece: Buffer, { problems }: Reading, { hasEnd, cut, isPlain }: Facts): void {
  if (cut === 'cut') note(problems, 'record_cut_off')
  else if (!hasEnd) note(problems, 'record_end_missing')
  else if (piece.length > 99_999) note(problems, 'record_too_long', String(piece.length))
  else if (digits(piece, 0, 5) !== piece.length) {
    note(problems, 'length_wrong', glimpse(piece.toString('latin1', 0, 5)))
  }
  if (!isPlain) note(problems, 'directory_wrong')
}
