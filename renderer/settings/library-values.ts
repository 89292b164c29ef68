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

/** The recipients as a paper lists them: '- Như trên;' … '- Lưu: VT.' */
export function dashedLines(text: string): string[] {
  const bare = text
    .split('\n')
    .map((line) =>
      line
        .trim()
        .replace(/^[-–+]\s*/, '')
        .replace(/[\s;.,]+$/, ''),
    )
    .filter((line) => line !== '')
  return bare.map((line, index) => `- ${line}${index === bare.length - 1 ? '.' : ';'}`)
}
