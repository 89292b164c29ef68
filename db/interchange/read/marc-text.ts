import type { MarcField, MarcRecord } from '../../../shared/catalogue/contract.ts'
import type { Decode, Entry } from './entry.ts'
import type { Ledger } from './ledger.ts'
import { marcLine, type MarcLine, type Piece } from './marc-line.ts'
import { entriesOf, type ReadStretches } from './stretches.ts'
import { linesOf, type Lines } from './text-lines.ts'
import {
  glimpse,
  leaderFrom,
  maxSubfields,
  maxText,
  noLeader,
  note,
  ownCode,
  settled,
  type Reading,
} from './values.ts'

/** A longer record is none: taken in pieces, so that no file can fill the memory. */
const maxRecord = 4_194_304
const maxRaw = 4096

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
  let now: Building | null = null
  let lines: Lines | null = null
  const read: ReadStretches = (buffer, ledger, isLast) => {
    const begun = lines ?? linesOf(buffer, decode)
    let at = lines ? 0 : begun.mark
    ledger.gap(at)
    lines = begun
    for (let end = begun.end(buffer, at, isLast); end > at; end = begun.end(buffer, at, isLast)) {
      const stretch = buffer.subarray(at, end)
      now = takeLine(now, stretch, { line: marcLine(begun.text(stretch)), decode: begun.decode, ledger })
      at = end
    }
    if (isLast && now) finish(now, ledger)
    return at
  }
  return entriesOf(bytes, read, 65_536)
}

type Found = { line: MarcLine; decode: Decode; ledger: Ledger }

function takeLine(now: Building | null, stretch: Buffer, found: Found): Building | null {
  const { line, ledger } = found
  if (line.kind === 'blank' || (line.kind === 'comment' && !now)) {
    if (now) finish(now, ledger)
    ledger.gap(stretch.length)
    return null
  }
  const building = now && !beginsAnother(now, line) ? now : begun(now, found)
  building.length += stretch.length
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
  else if (line.kind === 'more') addMore(now, line.pieces, line.text)
  else if (line.kind === 'other' && !isEmpty(now))
    note(now.problems, 'line_unread', String(now.fields.length + 1))
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

/** A line that was broken goes on: with more subfields, or with the rest of the last text. */
function addMore(now: Building, pieces: readonly Piece[], text: string): void {
  const last = now.fields.at(-1)
  if (!last) {
    if (!isEmpty(now)) note(now.problems, 'line_unread', '1')
  } else if (!('subfields' in last)) {
    last.value = joined(now, last.value, { where: last.tag, text })
  } else if (pieces.length === 0 && last.subfields.length > 0) {
    const subfield = last.subfields.at(-1)
    if (subfield) subfield[1] = joined(now, subfield[1], { where: last.tag, text })
  } else {
    const more: readonly Piece[] = pieces.length > 0 ? pieces : [['', text]]
    const room = maxSubfields - last.subfields.length
    if (more.length > room) note(now.problems, 'too_many_subfields', last.tag)
    last.subfields.push(...more.slice(0, room).map((piece) => subfieldOf(now, last.tag, piece)))
  }
}

function joined(now: Building, before: string, { where, text }: { where: string; text: string }): string {
  const rest = valueOf(now, where, text)
  if (before.length + rest.length < maxText) return `${before} ${rest}`
  note(now.problems, 'text_too_long', where)
  return before
}

function finish(now: Building, ledger: Ledger): void {
  const { leader, fields, problems, length, raw } = now
  if (fields.length === 0) {
    const code = leader === null ? 'junk' : 'record_empty'
    ledger.unread(raw, { code, detail: glimpse(raw.toString('latin1', 0, 200)) }, length)
    return
  }
  if (leader === null) note(problems, 'leader_wrong')
  const record: MarcRecord = { leader: leader ?? noLeader, fields }
  ledger.record(length, record, problems)
}
