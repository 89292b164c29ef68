import { isDataField, type MarcField } from '../../../shared/catalogue/contract.ts'
import type { CopyField } from '../../../shared/interchange/contract.ts'
import { copyFieldsOf, withoutOldCopies } from './copies.ts'
import type { Exported, ExportWriter, Report } from '../../standards/index.ts'
import { fittedFields, iso2709Rules } from './fields.ts'
import { fittedLeader } from './leader.ts'
import { splitNote } from './long-notes.ts'

/** What five and four digits can count. */
const longestRecord = 99_999
export const longestField = 9_999

const fieldEnd = '\x1e'
const recordEnd = '\x1d'
const subfieldBegin = '\x1f'
/** Surrogates stand here too, since a single one is no character: the longer way tells it from a pair. */
// eslint-disable-next-line no-control-regex
const suspect = /[\x1d-\x1f\ud800-\udfff]/
// eslint-disable-next-line no-control-regex
const impossible = /[\x1d-\x1f\ud800-\udfff]/gu

/** A field ready to be written, with its length in bytes. */
type Line = { tag: string; text: string; bytes: number }
type Tell = (code: Parameters<Report>[0]['code'], detail: string) => void

/**
 * ISO 2709 as MARC 21 has it, in UTF-8. What its digits cannot count is told, and never cut: a long note goes on in a
 * second field of its kind, a title with very many copies in a second record with the others, as MARC4J writes them.
 */
export function iso2709Writer({ report, copies }: { report: Report; copies: CopyField }): ExportWriter {
  return {
    head: () => '',
    add: (items) => items.map((item) => recordsOf(item, copies, report)).join(''),
    foot: () => '',
  }
}

function recordsOf(item: Exported, as: CopyField, report: Report): string {
  const tell: Tell = (code, detail) => report({ titleId: item.title.id, code, detail })
  const { leader, isRepaired } = fittedLeader(item.record.leader)
  if (isRepaired) tell('leader_repaired', item.record.leader)
  const added = copyFieldsOf(item, as)
  const fields = withoutOldCopies(fittedFields(item.record, iso2709Rules, tell), added)
  const own = linesOf(fields, tell)
  const copies = linesOf(added, tell)
  const tooLong = [...own, ...copies].find(({ bytes }) => bytes > longestField)
  if (tooLong) {
    tell('field_too_long', `${tooLong.tag}: ${tooLong.bytes}`)
    return ''
  }
  const whole = lengthOf(own) + lengthOf(copies) + frameLength
  if (whole <= longestRecord) return recordText(leader, [...own, ...copies])
  return inSeveral(leader, own, { copies, whole, tell })
}

type Rest = { copies: readonly Line[]; whole: number; tell: Tell }

function inSeveral(leader: string, own: readonly Line[], { copies, whole, tell }: Rest): string {
  const room = longestRecord - frameLength - lengthOf(own)
  if (copies.some((copy) => lengthOf([copy]) > room) || copies.length === 0) {
    tell('record_too_long', String(whole))
    return ''
  }
  const groups: Line[][] = [[]]
  let left = room
  for (const copy of copies) {
    const bytes = lengthOf([copy])
    if (bytes > left) {
      groups.push([])
      left = room
    }
    groups.at(-1)?.push(copy)
    left -= bytes
  }
  tell('record_split', String(groups.length))
  return groups.map((group) => recordText(leader, [...own, ...group])).join('')
}

function linesOf(fields: readonly MarcField[], tell: Tell): Line[] {
  const lines: Line[] = []
  for (const field of fields) {
    const text = textOf(field, tell)
    if (text === fieldEnd) {
      // Nothing was left of a control field but characters that cannot be written.
      tell('field_left_out', field.tag)
      continue
    }
    const bytes = Buffer.byteLength(text)
    const parts = bytes > longestField && isDataField(field) ? splitNote(field) : null
    if (!parts) lines.push({ tag: field.tag, text, bytes })
    else {
      tell('field_split', `${field.tag}: ${bytes}`)
      lines.push(...linesOf(parts, tell))
    }
  }
  return lines
}

function textOf(field: MarcField, tell: Tell): string {
  if (!isDataField(field)) return clean(field.value, field.tag, tell) + fieldEnd
  let text = field.indicators
  for (const [code, value] of field.subfields) text += subfieldBegin + code + clean(value, field.tag, tell)
  return text + fieldEnd
}

/** The marks of the format itself cannot be text. */
function clean(text: string, tag: string, tell: Tell): string {
  if (!suspect.test(text)) return text
  const possible = text.replace(impossible, '')
  if (possible.length < text.length) tell('characters_dropped', tag)
  return possible
}

const leaderLength = 24
const entryLength = 12
/** Leader, and the ends of directory and record. */
const frameLength = leaderLength + 2

function lengthOf(lines: readonly Line[]): number {
  let sum = lines.length * entryLength
  for (const { bytes } of lines) sum += bytes
  return sum
}

function recordText(leader: string, lines: readonly Line[]): string {
  let directory = ''
  let body = ''
  let at = 0
  for (const { tag, text, bytes } of lines) {
    directory += tag + digits(bytes, 4) + digits(at, 5)
    body += text
    at += bytes
  }
  const base = leaderLength + directory.length + 1
  const head = digits(base + at + 1, 5) + leader.slice(5, 12) + digits(base, 5) + leader.slice(17)
  return head + directory + fieldEnd + body + recordEnd
}

function digits(count: number, places: 4 | 5): string {
  return String((places === 4 ? 10_000 : 100_000) + count).slice(1)
}
