import type { Library } from '../../shared/settings/contract.ts'
import type { Began } from '../ui/merge-three-ways.ts'

export type LibraryFields = Omit<Library, 'id' | 'rev'>
export type ChangedLibrary = LibraryFields & Began<LibraryFields>
/** As typed: a number box may be empty for a while. */
export type LibraryValues = Omit<ChangedLibrary, 'lockAfterMinutes'> & { lockAfterMinutes: number | null }

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

/** The version that was read travels in the draft, so an old draft meets the newer version instead of hiding it. */
export function beganWith(library: Library): ChangedLibrary {
  const base = fieldsOf(library)
  return { ...base, rev: library.rev, base }
}
