import { displayDate, parseDate } from '../../shared/dates.ts'
import type { EntryColumn, EntryProblem, EntryRow } from './entry-rows.ts'
import { formatNumber, parseNumber, type NumberStyle } from './numbers.ts'

/** What the text of a column's cells means; a choice of numbers holds the number of what was chosen. */
export type ValueColumn = EntryColumn & {
  kind: 'text' | 'date' | 'number' | 'choice' | 'numberedChoice'
  isWhole?: true
  /** Has a value from the beginning, so it says nothing of whether somebody typed; a choice always has. */
  isUsual?: true
}
type Value = string | number | null
/** The cells' meanings by column, and the number of the row where it has one. */
export type RowValues = Record<string, Value>

/** Rows of values as texts to type into. */
export function cellsOf(
  rows: readonly Readonly<Record<string, unknown>>[],
  columns: readonly ValueColumn[],
  style: NumberStyle,
): EntryRow[] {
  return rows.map((row) => ({
    id: typeof row['id'] === 'number' ? String(row['id']) : '',
    ...Object.fromEntries(columns.map((column) => [column.key, cellOf(row[column.key], column, style)])),
  }))
}

function cellOf(value: unknown, { kind }: ValueColumn, style: NumberStyle): string {
  if (typeof value === 'number') return kind === 'number' ? formatNumber(value, style) : String(value)
  if (typeof value !== 'string') return ''
  return kind === 'date' ? displayDate(value) : value
}

type Problem = Omit<EntryProblem, 'text'> & {
  code: 'required' | 'not_a_date' | 'not_a_number' | 'invalid_value'
}

/** What the rows mean, and which cells mean nothing; rows nobody has written into are left out. */
export function valuesOf(
  rows: readonly EntryRow[],
  columns: readonly ValueColumn[],
  style: NumberStyle,
): { values: RowValues[]; problems: Problem[] } {
  const problems: Problem[] = []
  const values = rows.flatMap((row, at) => {
    if (isUntouched(row, columns)) return []
    const cells = columns.map((column) => {
      const text = (row[column.key] ?? '').trim()
      const value = text === '' ? blankOf(column) : meaningOf(text, column, style)
      if (text === '' && column.isRequired) problems.push({ row: at, key: column.key, code: 'required' })
      if (value === undefined) problems.push({ row: at, key: column.key, code: wrongCode(column) })
      return [column.key, value ?? null] as const
    })
    return [{ id: row['id'] ? Number(row['id']) : null, ...Object.fromEntries(cells) }]
  })
  return { values, problems }
}

function isUntouched(row: EntryRow, columns: readonly ValueColumn[]): boolean {
  const typed = columns.filter(({ kind, isUsual }) => kind !== 'choice' && !isUsual)
  return !row['id'] && typed.every(({ key }) => (row[key] ?? '').trim() === '')
}

const blankOf = ({ kind }: ValueColumn): Value => (kind === 'text' || kind === 'choice' ? '' : null)

function meaningOf(text: string, column: ValueColumn, style: NumberStyle): Value | undefined {
  switch (column.kind) {
    case 'text':
      return text
    case 'date':
      return parseDate(text) ?? undefined
    case 'number': {
      const value = parseNumber(text, style)
      return value === null || value < 0 || (column.isWhole && !Number.isInteger(value)) ? undefined : value
    }
    case 'choice':
    case 'numberedChoice': {
      if (!column.options?.some(({ value }) => value === text)) return undefined
      return column.kind === 'choice' ? text : Number(text)
    }
  }
}

function wrongCode({ kind }: ValueColumn): Problem['code'] {
  if (kind === 'date') return 'not_a_date'
  return kind === 'number' ? 'not_a_number' : 'invalid_value'
}
