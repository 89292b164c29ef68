import * as z from 'zod'
import {
  isDataField,
  MarcRecord,
  type Material,
  type Subfield,
  type Template,
} from '../../shared/catalogue/contract.ts'
import {
  emptyRecord,
  formOf,
  materialOf,
  withFieldByTag,
  withForm,
} from '../../shared/catalogue/marc-form.ts'
import { splitIsbns } from '../../shared/catalogue/rules.ts'
import { EditedTitle, emptyTitle } from './title-values.ts'

/** The record that a template or a duplicated title brings stands as text beside the fields, so a draft keeps it too. */
export const NewTitle = EditedTitle.extend({ recordJson: z.string() })
export type NewTitle = EditedTitle & { recordJson: string }

export type TemplateRow = z.output<typeof Template>

/** What stays from one book of a stack to the next. */
type Kept = Partial<Pick<NewTitle, 'language' | 'addedOn' | 'hostId'>>

export function beginningOf(material: Material, record: MarcRecord | null, kept: Kept = {}): NewTitle {
  const fields = record ? formOf(record) : {}
  return { ...emptyTitle, ...fields, material, recordJson: record ? JSON.stringify(record) : '', ...kept }
}

export function recordIn({ recordJson }: NewTitle): MarcRecord | null {
  return recordJson === '' ? null : MarcRecord.parse(JSON.parse(recordJson))
}

/** The whole record that the fields stand for, as far as they are filled. */
export function recordFrom(title: NewTitle, today: string): MarcRecord {
  const { material, digitalOrigin, hostId, addedOn, recordJson, ...fields } = title
  return withForm(recordIn(title) ?? emptyRecord(material, today), fields)
}

/** What the plain form hands over to the editor of fields, with the draft that has done its work once it is saved. */
export const CarriedRecord = z.object({ record: MarcRecord, draftKey: z.string() })

/** The wrong numbers of the box go where MARC keeps such, 020$z; the others stay in it. */
export function withWrongIsbn(title: NewTitle, today: string): NewTitle {
  const { valid, invalid } = splitIsbns(title.isbn)
  const record = invalid.reduce(
    (kept, number) => withFieldByTag(kept, { tag: '020', indicators: '  ', subfields: [['z', number]] }),
    recordIn(title) ?? emptyRecord(title.material, today),
  )
  return { ...title, isbn: valid.join('; '), recordJson: JSON.stringify(record) }
}

/** Numbers that name one record or one book: whoever made the copy did not mean them. */
const ownTags = ['001', '003', '005', '020']

export function duplicateOf(record: MarcRecord): MarcRecord {
  return { ...record, fields: record.fields.filter(({ tag }) => !ownTags.includes(tag)) }
}

/** A new title begun from a record of another library. */
export function beginningFrom(record: MarcRecord): NewTitle {
  return beginningOf(materialOf(record), borrowedOf(record))
}

/** What only the library that made a record knows: its numbers for it, and its copies. */
const holderTags = /^(?:00[135]|852|87[678]|9..)$/

/** A record of another library without what is that library's own; whence it came is noted, as 035 does. */
export function borrowedOf(record: MarcRecord): MarcRecord {
  const value = (tag: string) => {
    const field = record.fields.find((each) => each.tag === tag)
    return field && !isDataField(field) ? field.value.trim() : ''
  }
  const [number, holder] = [value('001'), value('003')]
  const kept = { ...record, fields: record.fields.filter(({ tag }) => !holderTags.test(tag)) }
  if (number === '') return kept
  const origin: Subfield = ['a', holder === '' ? number : `(${holder})${number}`]
  return withFieldByTag(kept, { tag: '035', indicators: '  ', subfields: [[...origin]] })
}

export function templateFor(templates: readonly TemplateRow[], material: Material): TemplateRow | null {
  return templates.find((template) => template.material === material && template.isDefault) ?? null
}
