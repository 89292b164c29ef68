import * as z from 'zod'
import { requiredText, text } from '../fields.ts'
import { ColumnChoice, guessColumns, type ColumnMap } from './columns.ts'
import { CopyRule } from './copy-rule.ts'
import type { Row } from './table.ts'
import { joinOf, type ColumnTarget } from './targets.ts'
import { RowDefaults, ValueMaps } from './value-maps.ts'
import { valueKey } from './vocabulary.ts'

export const profileEncodings = [
  'auto',
  'utf8',
  'tcvn3',
  'vni',
  'viqr',
  'viscii',
  'vps',
  'windows1258',
  'utf8_twice',
  'marc8',
] as const

/** How the files of one other system are read: kept, and handed from library to library. */
export const ImportProfile = z.object({
  name: requiredText(200),
  /** The other system, whose records a later file may refresh; '' where the file is from none. */
  source: text(100).default(''),
  encoding: z.enum(profileEncodings).default('auto'),
  /** Records of MARC21 stand as they are; fields of another format are read as columns named 200$a. */
  reads: z.enum(['marc21', 'local_fields']).default('marc21'),
  copies: CopyRule.nullable().default(null),
  /** The columns of its tables, or its local fields, as they were last mapped. */
  columns: z.array(ColumnChoice).max(1000).default([]),
  valueMaps: ValueMaps.prefault({}),
  defaults: RowDefaults.prefault({}),
  /** MARC fields that are kept here, whatever a refresh brings. */
  localTags: z.array(z.string().length(3)).max(200).default([]),
})
export type ImportProfile = z.output<typeof ImportProfile>

/** How a head is remembered: by its words; a column without one by its place. */
function keyOf(header: string, column: number): string {
  return valueKey(header) || `#${column + 1}`
}

/** The map for these heads as a person last made it; heads that are new are guessed. Of two alike the second is the second. */
export function recallColumns(
  { columns }: Pick<ImportProfile, 'columns'>,
  headers: readonly string[],
  samples: readonly Row[] = [],
): ColumnMap {
  const left = columns.map((choice, column) => ({ choice, key: keyOf(choice.header, column) }))
  const guessed = guessColumns(headers, samples)
  const recalled = guessed.map(({ header }, column) => {
    const at = left.findIndex(({ key }) => key === keyOf(header, column))
    const known = at < 0 ? undefined : left.splice(at, 1)[0]
    return known && { ...known.choice, header }
  })
  const taken = new Set(recalled.flatMap((choice) => choice?.target ?? []))
  const isFree = (target: ColumnTarget) => !taken.has(target) || joinOf(target) !== null
  return guessed.map(
    (guess, column) => recalled[column] ?? (isFree(guess.target) ? guess : { ...guess, target: 'ignored' }),
  )
}

/** The profile with this map remembered, before what it knew of other files' columns. */
export function rememberColumns(profile: ImportProfile, map: ColumnMap): ImportProfile {
  const keys = new Set(map.map(({ header }, column) => keyOf(header, column)))
  const others = profile.columns.filter(({ header }) => header !== '' && !keys.has(valueKey(header)))
  return { ...profile, columns: [...map, ...others].slice(0, 1000) }
}
