import type { Target, TargetFields } from '../../shared/plans/contract.ts'
import { quarterPeriod } from '../../shared/periods.ts'
import type { EntryProblem, EntryRow } from '../ui/EntryGrid.tsx'
import { formatNumber, parseNumber, type NumberStyle } from '../ui/numbers.ts'

/** Only what was typed: by the code and the column, so that two desks never write over each other. */
export type Typed = Record<string, string>
export type Cell = Pick<TargetFields, 'indicatorCode' | 'period' | 'direction' | 'value'>
export const quarterKeys = ['q1', 'q2', 'q3', 'q4'] as const
export const valueKeys = ['year', ...quarterKeys] as const
type ValueKey = (typeof valueKeys)[number]

export function periodOf(key: ValueKey, year: number): string {
  return key === 'year' ? String(year) : quarterPeriod({ year, quarter: Number(key.slice(1)) })
}

type Line = { code: string; name: string; unit: string }
type Given = { lines: readonly Line[]; targets: readonly Target[]; year: number; style: NumberStyle }

/** What holds, as texts to type into. */
export function rowsOf({ lines, targets, year, style }: Given): EntryRow[] {
  const byKey = new Map(targets.map((target) => [`${target.indicatorCode} ${target.period}`, target]))
  return lines.map(({ code, name, unit }) => {
    const held = valueKeys.map((key) => byKey.get(`${code} ${periodOf(key, year)}`))
    const values = valueKeys.map((key, at) => {
      const value = held[at]?.value ?? null
      return [key, value === null ? '' : formatNumber(value, style)] as const
    })
    const direction = held.find((target) => target !== undefined)?.direction ?? 'at_least'
    return { code, name, unit, direction, ...Object.fromEntries(values) }
  })
}

const typedKeys = ['direction', ...valueKeys] as const

export function withTyped(rows: readonly EntryRow[], typed: Typed): EntryRow[] {
  return rows.map((row) => ({
    ...row,
    ...Object.fromEntries(
      typedKeys.flatMap((key) => {
        const text = typed[`${row['code']}/${key}`]
        return text === undefined ? [] : [[key, text]]
      }),
    ),
  }))
}

export function typedIn(next: readonly EntryRow[], rows: readonly EntryRow[]): Typed {
  return Object.fromEntries(
    next.flatMap((row, at) =>
      typedKeys.flatMap((key) =>
        row[key] === rows[at]?.[key] ? [] : [[`${row['code']}/${key}`, row[key] ?? '']],
      ),
    ),
  )
}

/** The cells that are to be set, and those that mean nothing. */
export function changedCells(
  next: readonly EntryRow[],
  rows: readonly EntryRow[],
  { year, style }: { year: number; style: NumberStyle },
): { cells: Cell[]; problems: Omit<EntryProblem, 'text'>[] } {
  const cells: Cell[] = []
  const problems: Omit<EntryProblem, 'text'>[] = []
  for (const [at, row] of next.entries()) {
    const before = rows[at]
    const direction = row['direction'] === 'at_most' ? 'at_most' : 'at_least'
    const isTurned = row['direction'] !== before?.['direction']
    for (const key of valueKeys) {
      const text = (row[key] ?? '').trim()
      const isChanged = text !== before?.[key] || (isTurned && text !== '')
      if (!isChanged) continue
      const value = text === '' ? null : parseNumber(text, style)
      if (text !== '' && (value === null || value < 0)) problems.push({ row: at, key })
      else cells.push({ indicatorCode: row['code'] ?? '', period: periodOf(key, year), direction, value })
    }
  }
  return { cells, problems }
}
