import type { TitleEdit } from './edit.ts'
import { formOf, joinHeadings, splitHeadings, withFieldByTag, withForm, withMaterial } from './marc-form.ts'
import { plainText } from './marc-merge.ts'
import type { MarcRecord } from './marc.ts'
import { TitleFields } from './title.ts'

type Beside = Pick<TitleFields, 'material' | 'digitalOrigin'>
export type Edited = { record: MarcRecord; beside: Beside }

/** One change made to one title; null where its outcome could not stand in the form. */
export function editTitle(before: Edited, edit: TitleEdit): Edited | null {
  const { record, beside } = before
  if (edit.kind === 'add_marc') {
    return { record: withFieldByTag(record, edit.marc), beside }
  }
  if (edit.kind === 'remove_marc') {
    return { record: { ...record, fields: record.fields.filter(({ tag }) => tag !== edit.tag) }, beside }
  }
  const parsed = TitleFields.safeParse(changedFields({ ...formOf(record), ...beside }, edit))
  if (!parsed.success) return null
  const { material, digitalOrigin, ...fields } = parsed.data
  const base = material === beside.material ? record : withMaterial(record, material)
  return { record: withForm(base, fields), beside: { material, digitalOrigin } }
}

type FieldEdit = Exclude<TitleEdit, { kind: 'add_marc' | 'remove_marc' }>

function changedFields(fields: TitleFields, edit: FieldEdit): Record<string, unknown> {
  const value = fields[edit.field]
  if (edit.kind === 'set') return { ...fields, [edit.field]: readValue(edit.field, edit.value) }
  const text = value === null ? '' : String(value)
  if (edit.kind === 'replace') {
    return { ...fields, [edit.field]: readValue(edit.field, text.split(edit.find).join(edit.replacement)) }
  }
  const others = splitHeadings(text).filter((heading) => heading !== edit.heading)
  const headings = edit.kind === 'add_heading' ? addedTo(splitHeadings(text), edit.heading) : others
  return { ...fields, [edit.field]: joinHeadings(headings) }
}

function addedTo(headings: string[], heading: string): string[] {
  return headings.includes(heading) ? headings : [...headings, heading]
}

/** Blank means none; a year that is no number does not pass the form. */
function readValue(field: string, text: string): unknown {
  if (field === 'publishedYear') return text === '' ? null : Number(text)
  return field === 'digitalOrigin' && text === '' ? null : text
}

/** The part of a title that a change speaks of, to be shown before and after. */
export function shownPart({ record, beside }: Edited, edit: TitleEdit): string {
  if (edit.kind === 'add_marc' || edit.kind === 'remove_marc') {
    const tag = edit.kind === 'add_marc' ? edit.marc.tag : edit.tag
    const fields = record.fields.filter((field) => field.tag === tag)
    return fields.map((field) => `${tag} ${plainText(field)}`).join('\n')
  }
  const value = { ...formOf(record), ...beside }[edit.field]
  return value === null ? '' : String(value)
}
