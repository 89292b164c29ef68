import type { Library } from '../../shared/settings/contract.ts'

export type LibraryFields = Omit<Library, 'id' | 'rev'>
/** As typed: a number box may be empty for a while. */
export type LibraryValues = Omit<LibraryFields, 'lockAfterMinutes'> & { lockAfterMinutes: number | null }

export const profileFieldNames = [
  'name',
  'code',
  'site',
  'provinceCode',
  'formerProvinceCode',
  'language',
  'lockAfterMinutes',
] as const satisfies (keyof LibraryFields)[]

export const paperFieldNames = [
  'governingBody',
  'placeName',
  'reportSymbol',
  'signerTitle',
  'signerName',
  'recipients',
] as const satisfies (keyof LibraryFields)[]

export const libraryFieldNames = [...profileFieldNames, ...paperFieldNames]

export function fieldsOf({ id, rev, ...fields }: Library): LibraryFields {
  return fields
}

export function differingFields(mine: LibraryFields, theirs: LibraryFields) {
  return libraryFieldNames.filter((name) => mine[name] !== theirs[name])
}
