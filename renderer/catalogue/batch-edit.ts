import { editableFields, headingFields, type TitleEdit } from '../../shared/catalogue/contract.ts'
import { subfieldsIn } from './marc-rows.ts'

export const editKinds = [
  'set',
  'replace',
  'add_heading',
  'remove_heading',
  'add_marc',
  'remove_marc',
] as const
export type EditKind = (typeof editKinds)[number]

/** What the dialog's boxes hold; which of them count depends on the kind of change. */
export type EditValues = {
  kind: EditKind
  field: string
  value: string
  find: string
  replacement: string
  headingField: string
  heading: string
  tag: string
  indicators: string
  subfields: string
}

export const emptyEdit: EditValues = {
  kind: 'set',
  field: 'publisher',
  value: '',
  find: '',
  replacement: '',
  headingField: 'subjects',
  heading: '',
  tag: '',
  indicators: '##',
  subfields: '',
}

/** The change that the boxes say; null while something needed is missing. */
export function editOf(values: EditValues): TitleEdit | null {
  const field = editableFields.safeParse(values.field).data
  const headings = headingFields.safeParse(values.headingField).data
  const { kind, tag } = values
  switch (kind) {
    case 'set':
      return field ? { kind, field, value: values.value } : null
    case 'replace':
      return field && values.find !== ''
        ? { kind, field, find: values.find, replacement: values.replacement }
        : null
    case 'add_heading':
    case 'remove_heading':
      return headings && values.heading.trim() !== ''
        ? { kind, field: headings, heading: values.heading }
        : null
    case 'add_marc': {
      const subfields = subfieldsIn(values.subfields).map(([code, text]): [string, string] => [code, text])
      const indicators = values.indicators.replaceAll('#', ' ').padEnd(2).slice(0, 2)
      return isDataTag(tag) && subfields.length > 0 ? { kind, marc: { tag, indicators, subfields } } : null
    }
    case 'remove_marc':
      return isDataTag(tag) ? { kind, tag } : null
  }
}

/** Leader and 00X hold positions and are no matter for a change to many. */
function isDataTag(tag: string): boolean {
  return /^(?!00)\d{3}$/.test(tag)
}
