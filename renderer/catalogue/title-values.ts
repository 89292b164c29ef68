import { TitleFields, type Title } from '../../shared/catalogue/contract.ts'

/** The order of the form, and the only columns a reader of the history is told of. */
export const titleFieldNames = TitleFields.keyof().options

export const emptyTitle: TitleFields = {
  title: '',
  subtitle: '',
  responsibility: '',
  publisher: '',
  publishedYear: null,
  isbn: '',
  language: 'vie',
  ddc: '',
  note: '',
}

export function fieldsOf(title: Title): TitleFields {
  const { id, rev, addedOn, removedOn, createdAt, updatedAt, ...fields } = title
  return fields
}

/** Where a refusal is shown: at the field it speaks of. */
export const fieldOfRefusal = {
  duplicate_isbn: 'isbn',
  isbn_invalid: 'isbn',
  year_in_future: 'publishedYear',
  unknown_language: 'language',
  added_in_future: 'addedOn',
} as const
