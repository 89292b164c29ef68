import type { MarcField, MarcRecord } from '../../../shared/catalogue/contract.ts'
import type { Decode, Entry } from './entry.ts'
import type { Ledger } from './ledger.ts'
import { isContinuation, marcLine, type MarcLine, type Piece } from './marc-line.ts'
import { entriesOf, type ReadStretches } from './stretches.ts'
import { linesOf, type Lines } from './text-lines.ts'
import {
  glimpse,
  leaderFrom,
  maxSubfields,
  noLeader,
  note,
  ownCode,
  settled,
  type Reading,
} from './values.ts'

/** A longer record is none: taken in pieces, so that no file can fill the memory. */
const maxRecord = 4_194_304
const maxRaw = 4096
/** A field may go on over so many bytes. */
const maxHeld = 1_048_576

type Building = Reading & {
  length: number
  leader: string | null
  fields: MarcField[]
  /** Which record of a file that numbers its lines. */
  group: string
  /** The beginning of lines that say nothing yet. */
  raw: Buffer
}

/**
 * Reads MARC written as lines of text, in whichever of the usual ways. A blank line, a leader or a new number ends a
 * record; the blank lines after it belong to it.
 */
export function readMarcText(
  bytes: AsyncIterable<Uint8Array>,
  { decode }: { decode: Decode },
): AsyncIterable<Entry[]> {
  const state: State = { now: null, held: null }
  let lines: Lines | null = null
  const read: ReadStretches = (buffer, ledger, isLast) => {
    const begun = lines ?? linesOf(buffer, decode)
    let at = lines ? 0 : begun.mark
    ledger.gap(at)
    lines = begun
    for (let end = begun.end(buffer, at, isLast); end > at; end = begun.end(buffer, at, isLast)) {
      const stretch = buffer.subarray(at, end)
      hold(state, stretch, begun.text(stretch), { decode: begun.decode, ledger })
      at = end
    }
    if (!isLast) return at
    release(state, { decode: begun.decode, ledger })
    if (state.now) finish(state.now, ledger)
    return at
  }
  return entriesOf(bytes, read)
}

type Terms = { decode: Decode; ledger: Ledger }
type State = {
  now: Building | null
  /** The last line, which the next one may continue. */
  held: { line: MarcLine; text: string; stretch: Buffer; length: number; isBroken: boolean } | null
}

function hold(state: State, stretch: Buffer, text: string, terms: Terms): void {
  const { held } = state
  const isField = held?.line.kind === 'data' || held?.line.kind === 'control'
  if (isField && held.length < maxHeld && isContinuation(text)) {
    held.text += ` ${text.trim()}`
    held.length += stretch.length
    held.isBroken = true
    return
  }
  release(state, terms)
  state.held = { line: marcLine(text), text, stretch, length: stretch.length, isBroken: false }
}

function release(state: State, terms: Terms): void {
  const { held } = state
  if (!held) return
  const line = held.isBroken ? marcLine(held.text) : held.line
  state.now = takeLine(state.now, held, { line, ...terms })
  state.held = null
}

type Found = Terms & { line: MarcLine }
type Stretch = { stretch: Buffer; length: number }

function takeLine(now: Building | null, { stretch, length }: Stretch, found: Found): Building | null {
  const { line, ledger } = found
  if (line.kind === 'blank' || (line.kind === 'comment' && !now)) {
    if (now) finish(now, ledger)
    ledger.gap(length)
    return null
  }
  const building = now && !beginsAnother(now, line) ? now : begun(now, found)
  building.length += length
  if (building.fields.length === 0 && building.raw.length < maxRaw) {
    building.raw = Buffer.concat([building.raw, stretch])
  }
  add(building, line)
  if (building.length < maxRecord) return building
  finish(building, ledger)
  return null
}

function begun(before: Building | null, { line, decode, ledger }: Found): Building {
  if (before) finish(before, ledger)
  const group = 'group' in line ? line.group : ''
  return { decode, problems: [], length: 0, leader: null, fields: [], group, raw: Buffer.alloc(0) }
}

function beginsAnother(now: Building, line: MarcLine): boolean {
  if (!('group' in line)) return false
  if (isEmpty(now) || (line.group !== '' && line.group !== now.group)) return true
  if (line.group !== '') return false
  if (line.kind === 'leader') return true
  return line.kind === 'control' && line.tag === '001' && now.fields.some(({ tag }) => tag === '001')
}

function isEmpty({ leader, fields }: Building): boolean {
  return leader === null && fields.length === 0
}

function add(now: Building, line: MarcLine): void {
  if (line.kind === 'leader') now.leader ??= leaderFrom(line.text, now.problems)
  else if (line.kind === 'control')
    now.fields.push({ tag: line.tag, value: valueOf(now, line.tag, line.text) })
  else if (line.kind === 'data') now.fields.push(dataField(now, line))
  else if (line.kind === 'other' && !isEmpty(now)) lineUnread(now, line.text)
}

function dataField(now: Building, line: Extract<MarcLine, { kind: 'data' }>): MarcField {
  const { tag, indicators, pieces, hasCodes } = line
  if (!hasCodes && /\d/.test(tag)) note(now.problems, 'subfields_missing', tag)
  const subfields = pieces.map((piece) => subfieldOf(now, tag, piece))
  if (subfields.length > maxSubfields) note(now.problems, 'too_many_subfields', tag)
  return {
    tag,
    indicators: /^[ -~]{2}$/.test(indicators) ? indicators : '  ',
    subfields: subfields.slice(0, maxSubfields),
  }
}

function subfieldOf(now: Building, tag: string, [code, text]: Piece): [string, string] {
  const isCode = /^[!-~]$/.test(code)
  if (!isCode) note(now.problems, 'subfield_code_wrong', tag)
  return [isCode ? code : ownCode, valueOf(now, tag + code, text)]
}

function valueOf({ decode, problems }: Building, where: string, text: string): string {
  return settled(decode(Buffer.from(text, 'latin1')), where, problems)
}

function lineUnread({ decode, problems }: Building, text: string): void {
  note(problems, 'line_unread', glimpse(decode(Buffer.from(text.slice(0, 200), 'latin1'))))
}

function finish(now: Building, ledger: Ledger): void {
  const { leader, fields, problems, length, raw } = now
  if (fields.length === 0) {
    const code = leader === null ? 'junk' : 'record_empty'
    ledger.unread(raw, { code, detail: glimpse(raw.toString('latin1', 0, 200)) }, length)
    return
  }
  if (leader === null) note(problems, 'leader_missing')
  const record: MarcRecord = { leader: leader ?? noLeader, fields }
  ledger.record(length, record, problems)
}
