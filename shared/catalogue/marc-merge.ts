import { fold } from '../fold.ts'
import { isDataField, type MarcField, type MarcRecord } from './marc.ts'

/** Numbers, notes, subjects, added entries, series and links may stand in a record as often as there are any. */
const mayRepeat = /^(?:02[0247]|4[49]0|5..|6..|7..|8[03].|856)$/
/** What identifies, dates or describes the one record it stands in. */
const ownToRecord = /^(?:00.|245|9..)$/

/** A field as one line of text, without its codes. */
export function plainText(field: MarcField): string {
  return isDataField(field) ? field.subfields.map(([, text]) => text).join(' ') : field.value
}

function isMainEntry(tag: string): boolean {
  return tag.startsWith('1')
}

/** Fields of another record of the same book that this one lacks; what both say, however spelt, is not said twice. */
export function missingFields(kept: MarcRecord, other: MarcRecord): MarcField[] {
  const tags = new Set(kept.fields.map((field) => (isMainEntry(field.tag) ? '1' : field.tag)))
  const said = new Set(kept.fields.map((field) => `${field.tag} ${fold(plainText(field))}`))
  return other.fields.filter(({ tag }, at) => {
    if (ownToRecord.test(tag)) return false
    const field = other.fields[at]
    if (!field || plainText(field).trim() === '') return false
    if (!tags.has(isMainEntry(tag) ? '1' : tag)) return true
    return mayRepeat.test(tag) && !said.has(`${tag} ${fold(plainText(field))}`)
  })
}
