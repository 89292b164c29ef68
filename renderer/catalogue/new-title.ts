import * as z from 'zod'
import { MarcRecord, type Material, type Template } from '../../shared/catalogue/contract.ts'
import { formOf } from '../../shared/catalogue/marc-form.ts'
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

/** Numbers that name one record or one book: whoever made the copy did not mean them. */
const ownTags = ['001', '003', '005', '020']

export function duplicateOf(record: MarcRecord): MarcRecord {
  return { ...record, fields: record.fields.filter(({ tag }) => !ownTags.includes(tag)) }
}

export function templateFor(templates: readonly TemplateRow[], material: Material): TemplateRow | null {
  return templates.find((template) => template.material === material && template.isDefault) ?? null
}
