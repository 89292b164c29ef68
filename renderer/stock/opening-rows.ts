import { acquisitionSources } from '../../shared/catalogue/contract.ts'
import { countedMaterials, OpeningFields, type Opening } from '../../shared/stock/contract.ts'
import { cellKey } from '../../shared/stock/rules.ts'
import type { EntryRow } from '../ui/EntryGrid.tsx'
import { formatNumber, parseNumber, type NumberStyle } from '../ui/numbers.ts'

export type OpeningKey =
  | 'site'
  | 'material'
  | 'language'
  | 'ddc'
  | 'source'
  | 'titles'
  | 'copies'
  | 'evidence'
  | 'registered'
  | 'remaining'
export type OpeningRow = EntryRow<OpeningKey>
type OpeningProblem = {
  row: number
  key: OpeningKey
  code: ProblemCode
  words: Record<string, number>
}
type ProblemCode = 'unknown_choice' | 'not_a_count' | 'more_titles_than_copies' | 'twice'
type Known = { sites: ReadonlySet<string>; languages: ReadonlySet<string>; style: NumberStyle }

/** A class that is not known is empty in the record and a choice of its own in the grid. */
export const unknownClass = '-'

export function rowOf(balance: Opening, style: NumberStyle): OpeningRow {
  const number = (value: number) => formatNumber(value, style)
  return {
    site: String(balance.siteId),
    material: balance.material,
    language: balance.language,
    ddc: balance.ddc || unknownClass,
    source: balance.source,
    titles: number(balance.titles),
    copies: number(balance.copies),
    evidence: balance.evidence,
    registered: number(balance.registered),
    remaining: number(balance.remaining),
  }
}

/** The next line is mostly like the one above it, but for its class and numbers. */
export function nextRow(above: OpeningRow | undefined, site: string): OpeningRow {
  const { material = 'book', language = 'vie', source = 'other', evidence = '' } = above ?? {}
  const numbers = { titles: '', copies: '', registered: '', remaining: '' }
  return { site: above?.site ?? site, material, language, ddc: unknownClass, source, evidence, ...numbers }
}

/** A line that Enter began and nobody has gone on with; one that was recorded says how much of it is registered. */
function isUntouched({ titles, copies, registered }: OpeningRow): boolean {
  return titles === '' && copies === '' && registered === ''
}

/** Reads the grid: what each line would be recorded as, where in the grid it stands, and what is still wrong with it. */
export function readOpening(rows: readonly OpeningRow[], known: Known) {
  const problems: OpeningProblem[] = []
  const places: number[] = []
  const read: OpeningFields[] = []
  const lineByCell = new Map<string, number>()
  for (const [at, row] of rows.entries()) {
    if (isUntouched(row)) continue
    const fields = readRow(row, at, known, problems)
    const twin = lineByCell.get(cellKey(fields))
    if (twin !== undefined) problems.push({ row: at, key: 'site', code: 'twice', words: { line: twin } })
    lineByCell.set(cellKey(fields), at + 1)
    places.push(at)
    read.push(fields)
  }
  return { rows: read, places, problems }
}

function readRow(row: OpeningRow, at: number, known: Known, problems: OpeningProblem[]): OpeningFields {
  const wrong = (key: OpeningKey, code: ProblemCode, words = {}) =>
    problems.push({ row: at, key, code, words })
  const material = countedMaterials.find((each) => each === row.material)
  const source = acquisitionSources.find((each) => each === row.source)
  const isClass = row.ddc === unknownClass || /^\d?$/.test(row.ddc)
  if (!known.sites.has(row.site)) wrong('site', 'unknown_choice')
  if (!material) wrong('material', 'unknown_choice')
  if (!known.languages.has(row.language)) wrong('language', 'unknown_choice')
  if (!isClass) wrong('ddc', 'unknown_choice')
  if (!source) wrong('source', 'unknown_choice')
  const titles = countIn('titles', row.titles, known.style)
  const copies = countIn('copies', row.copies, known.style)
  if (titles === null) wrong('titles', 'not_a_count')
  if (copies === null) wrong('copies', 'not_a_count')
  if (titles !== null && copies !== null && titles > copies) {
    wrong('titles', 'more_titles_than_copies', { titles, copies })
  }
  return {
    siteId: Number(row.site),
    material: material ?? 'book',
    language: row.language,
    ddc: row.ddc === unknownClass ? '' : row.ddc,
    source: source ?? 'other',
    titles: titles ?? 0,
    copies: copies ?? 0,
    evidence: row.evidence,
  }
}

function countIn(key: 'titles' | 'copies', text: string, style: NumberStyle): number | null {
  return OpeningFields.shape[key].safeParse(parseNumber(text, style)).data ?? null
}

/** Whether the same balances stand in both, in whatever order. */
export function isSameSheet(one: readonly OpeningFields[], other: readonly OpeningFields[]): boolean {
  const textsOf = (rows: readonly OpeningFields[]) =>
    rows.map((row) => [cellKey(row), row.titles, row.copies, row.evidence.trim()].join('\n')).toSorted()
  return textsOf(one).join('\n\n') === textsOf(other).join('\n\n')
}

/** Where a refusal of the engine belongs in the grid. */
export const keyOfRefusal: Partial<Record<string, OpeningKey>> = {
  site_not_found: 'site',
  unknown_language: 'language',
  duplicate_row: 'site',
  more_titles_than_copies: 'titles',
}
