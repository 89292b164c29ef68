import {
  isDataField,
  type MarcField,
  type MarcRecord,
  type Subfield,
} from '../../shared/catalogue/contract.ts'

/** A field as a line of text. `from` is the field it was read from: an unchanged line gives exactly that back. */
export type MarcRow = {
  key: number
  tag: string
  /** Blanks shown as #, so that they can be seen and counted. */
  indicators: string
  text: string
  isControl: boolean
  from: MarcField | null
}

const rareDelimiter = 'ǂ'
/** Positions count in these, so their blanks are shown too. */
const fixedTags = ['LDR', '006', '007', '008']

export function isControlTag(tag: string): boolean {
  return tag.startsWith('00')
}

/** `$aTruyện Kiều$cNguyễn Du`; where a dollar stands in the text itself, ǂ parts the subfields. */
export function subfieldText(subfields: readonly Subfield[]): string {
  const hasDollar = subfields.some(([, text]) => text.includes('$'))
  const delimiter = hasDollar ? rareDelimiter : '$'
  return subfields.map(([code, text]) => delimiter + code + text).join('')
}

export function subfieldsIn(text: string): Subfield[] {
  const delimiter = text.includes(rareDelimiter) ? rareDelimiter : '$'
  const [before = '', ...parts] = text.split(delimiter)
  const first: Subfield[] = before.trim() === '' ? [] : [['a', before]]
  return [
    ...first,
    ...parts.filter((part) => part !== '').map((part): Subfield => [part.slice(0, 1), part.slice(1)]),
  ]
}

export function shownFixed(tag: string, value: string): string {
  return fixedTags.includes(tag) ? value.replaceAll(' ', '#') : value
}

function readFixed(tag: string, shown: string): string {
  return fixedTags.includes(tag) ? shown.replaceAll('#', ' ') : shown
}

export function rowOf(field: MarcField, key: number): MarcRow {
  const isControl = !isDataField(field)
  return {
    key,
    tag: field.tag,
    indicators: isControl ? '' : field.indicators.replaceAll(' ', '#'),
    text: isControl ? shownFixed(field.tag, field.value) : subfieldText(field.subfields),
    isControl,
    from: field,
  }
}

export function rowsOf({ fields }: MarcRecord): MarcRow[] {
  return fields.map((field, at) => rowOf(field, at + 1))
}

export function isBlankRow({ tag, text }: MarcRow): boolean {
  return tag.trim() === '' && text.trim() === ''
}

export function fieldOf(row: MarcRow): MarcField {
  const { tag, indicators, text, isControl, from } = row
  if (from) {
    const read = rowOf(from, row.key)
    if (read.tag === tag && read.indicators === indicators && read.text === text) return from
  }
  const fullTag = tag.padEnd(3)
  if (isControl) return { tag: fullTag, value: readFixed(tag, text) }
  return {
    tag: fullTag,
    indicators: indicators.replaceAll('#', ' ').padEnd(2).slice(0, 2),
    subfields: subfieldsIn(text).map(([code, value]) => [code, value]),
  }
}

/** The record that the lines say; lines where nothing stands yet are no fields. */
export function recordOf(leader: string, rows: readonly MarcRow[]): MarcRecord {
  return {
    leader: readFixed('LDR', leader).padEnd(24).slice(0, 24),
    fields: rows.filter((row) => !isBlankRow(row)).map(fieldOf),
  }
}

export function newRow(key: number, tag = ''): MarcRow {
  return { key, tag, indicators: '##', text: '', isControl: isControlTag(tag), from: null }
}
