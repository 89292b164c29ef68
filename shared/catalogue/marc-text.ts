import { cleanText } from '../fold.ts'
import { isDataField, type ControlField, type DataField, type MarcField, type MarcRecord } from './marc.ts'

/** ISBD closes an element with the mark of the next one; the mark belongs to neither. */
const nextMark = /(?:\s*[,;:/]|(?:^|\s+)[=+])$/
const nextMarks = ',;:/=+'
/** The full stop of an initial (Smith, J.), of v.v. and of an ellipsis is part of the text. */
const ownStop = /(?:^|[^\p{L}])\p{Lu}\.$|\.\.$|\.\p{L}+\.$/u

export function withoutNextMark(text: string): string {
  let rest = text.trim()
  // A look at the last letter spares most texts a search from each of their spaces.
  while (nextMarks.includes(rest.slice(-1)) && nextMark.test(rest)) rest = rest.replace(nextMark, '').trim()
  return rest
}

/** For names, titles and headings, which do not end in a full stop of their own. */
export function withoutClosing(text: string): string {
  let rest = withoutNextMark(text)
  while (rest.endsWith('.') && !ownStop.test(rest)) rest = withoutNextMark(rest.slice(0, -1))
  return rest
}

/** As a form's own validation would leave it, and never longer than it allows. */
export function fit(text: string, max: number): string {
  const clean = cleanText(text)
  return clean.length <= max ? clean : cleanText(clean.slice(0, max).replace(/[\uD800-\uDBFF]$/, ''))
}

/** What stood after the text inside its subfield (" /", "."), to be kept when the text changes. */
export function closingOf(raw: string, bare: (text: string) => string): string {
  const clean = cleanText(raw)
  const text = bare(clean)
  return clean.startsWith(text) ? clean.slice(text.length) : ''
}

export function withClosing(text: string, closing: string, bare: (text: string) => string): string {
  return bare(cleanText(text + closing)) === text ? text + closing : text
}

export function textsOf(field: DataField, codes: string): string[] {
  return field.subfields
    .filter(([code]) => codes.includes(code))
    .map(([, text]) => cleanText(text))
    .filter((text) => text !== '')
}

export function controlAt(record: MarcRecord, tag: string): number {
  return record.fields.findIndex((field) => !isDataField(field) && field.tag === tag)
}

/** Text of the first such field; empty when there is none. */
export function controlValue(record: MarcRecord, tag: string): string {
  const field = record.fields[controlAt(record, tag)]
  return field && !isDataField(field) ? field.value : ''
}

export function withControl(record: MarcRecord, field: ControlField): MarcRecord {
  const at = controlAt(record, field.tag)
  return at < 0 ? withFieldByTag(record, field) : withField(record, at, field)
}

export function withField(record: MarcRecord, at: number, field: MarcField): MarcRecord {
  return { ...record, fields: record.fields.with(at, field) }
}

export function withFieldAt(record: MarcRecord, at: number, field: MarcField): MarcRecord {
  return { ...record, fields: record.fields.toSpliced(at, 0, field) }
}

export function withoutFieldAt(record: MarcRecord, at: number): MarcRecord {
  return { ...record, fields: record.fields.toSpliced(at, 1) }
}

/** A field in its place by its tag. */
export function withFieldByTag(record: MarcRecord, field: MarcField): MarcRecord {
  return withFieldAt(record, placeByTag(record, field.tag), field)
}

/** Where a new field goes: before the first of a higher tag. */
export function placeByTag(record: Pick<MarcRecord, 'fields'>, tag: string): number {
  const at = record.fields.findIndex((field) => field.tag > tag)
  return at < 0 ? record.fields.length : at
}
