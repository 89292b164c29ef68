import * as z from 'zod'
import { AcquisitionSource, Material, type Material as MaterialCode } from '../catalogue/contract.ts'
import { Condition, CopyStatus } from '../copies/contract.ts'
import {
  conditionByWord,
  isWithdrawnWord,
  languageByWord,
  materialByWord,
  sourceByWord,
  statusByWord,
  valueKey,
} from './vocabulary.ts'

/** What a value of the file is here, by `valueKey` of how the file writes it: a code, or the number of a site or store. */
const valueMap = z.record(z.string().max(300), z.string().max(60)).default({})
export const ValueMaps = z.object({
  site: valueMap,
  store: valueMap,
  source: valueMap,
  condition: valueMap,
  status: valueMap,
  language: valueMap,
  material: valueMap,
})
export type ValueMaps = z.output<typeof ValueMaps>

/** What is meant where the file says nothing. */
export const RowDefaults = z.object({
  material: Material.default('book'),
  language: z.string().max(8).default('vie'),
  site: z.string().max(300).default(''),
  store: z.string().max(300).default(''),
  source: z.union([AcquisitionSource, z.literal('')]).default(''),
  condition: z.union([Condition, z.literal('')]).default(''),
  status: z.union([CopyStatus, z.literal('')]).default(''),
})
export type RowDefaults = z.output<typeof RowDefaults>
export type RowRules = { valueMaps: ValueMaps; defaults: RowDefaults }

export const noRules: RowRules = { valueMaps: ValueMaps.parse({}), defaults: RowDefaults.parse({}) }

/** What a person has said a value means; null for one nobody has spoken of. */
export function mappedValue(maps: ValueMaps, kind: keyof ValueMaps, text: string): string | null {
  const map = maps[kind]
  const key = valueKey(text)
  // The keys are the file's own words, so one may be a name every object has.
  return Object.hasOwn(map, key) ? (map[key] ?? null) : null
}

/** What the file says of where a copy came from and how it is; null where it says something unknown. */
export function sourceOf(maps: ValueMaps, text: string): AcquisitionSource | null {
  const mapped = AcquisitionSource.safeParse(mappedValue(maps, 'source', text))
  return mapped.success ? mapped.data : sourceByWord(text)
}

type State = { condition?: Condition; status?: CopyStatus; isWithdrawn?: true }

/** “Tình trạng” may tell of the paper or of the loan, so each word is looked for among both. */
export function stateOf(maps: ValueMaps, text: string, kind: 'condition' | 'status'): State | null {
  const condition = Condition.safeParse(mappedValue(maps, 'condition', text))
  const status = CopyStatus.safeParse(mappedValue(maps, 'status', text))
  if (kind === 'condition' && condition.success) return { condition: condition.data }
  if (kind === 'status' && status.success) return { status: status.data }
  if (isWithdrawnWord(text)) return { isWithdrawn: true }
  const [paper, loan] = [conditionByWord(text), statusByWord(text)]
  if (paper !== null && (kind === 'condition' || loan === null)) return { condition: paper }
  return loan === null ? null : { status: loan }
}

export function languageOf(maps: ValueMaps, text: string): string | null {
  return mappedValue(maps, 'language', text) ?? languageByWord(text)
}

export function materialOf(maps: ValueMaps, text: string): MaterialCode | null {
  const mapped = Material.safeParse(mappedValue(maps, 'material', text))
  return mapped.success ? mapped.data : materialByWord(text)
}
