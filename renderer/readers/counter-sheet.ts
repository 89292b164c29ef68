import type { Counted } from '../../shared/readers/contract.ts'
import type { EntryProblem, EntryRow } from '../ui/EntryGrid.tsx'
import type { NumberStyle } from '../ui/numbers.ts'
import { countText, readCount } from './count-text.ts'

/** `day` names the row; every other key is a counter, `source` and `loans` aside. */
export type SheetRow = EntryRow<string>
export type Sheet = {
  days: readonly string[]
  codes: readonly string[]
  /** Those that tell how many there are, as cards that are valid: no two of them are added up. */
  standing?: readonly string[]
  hasSource: boolean
}

const label = 'day'

/** A row for each day or month, a column for each counter, as they were recorded. */
export function rowsOf(
  { days, codes, hasSource }: Sheet,
  {
    counts,
    nameOfDay,
    loans,
  }: { counts: readonly Counted[]; nameOfDay: (on: string) => string; loans: ReadonlyMap<string, number> },
  style: NumberStyle,
): SheetRow[] {
  const byDay = Map.groupBy(counts, ({ on }) => on)
  return days.map((on) => {
    const row: SheetRow = { [label]: nameOfDay(on) }
    const known = byDay.get(on) ?? []
    for (const code of codes)
      row[code] = countText(known.find(({ kindCode }) => kindCode === code)?.value, style)
    if (hasSource) row['source'] = known.find(({ source }) => source !== '')?.source ?? ''
    else row['loans'] = countText(loans.get(on), style)
    return row
  })
}

/** What was typed over what is recorded, by day and column: only that waits to be saved. */
export type Typed = Record<string, string>

export function typedOver(
  days: readonly string[],
  { before, now }: { before: readonly SheetRow[]; now: readonly SheetRow[] },
): Typed {
  const typed: Typed = {}
  for (const [at, on] of days.entries())
    for (const [key, text] of Object.entries(now[at] ?? {}))
      if (text !== before[at]?.[key]) typed[`${on} ${key}`] = text
  return typed
}

export function withTyped(days: readonly string[], recorded: readonly SheetRow[], typed: Typed): SheetRow[] {
  return recorded.map((row, at) =>
    Object.fromEntries(
      Object.entries(row).map(([key, text]) => [key, typed[`${days[at] ?? ''} ${key}`] ?? text]),
    ),
  )
}

export type SheetCell = { on: string; kindCode: string; value: number | null; source: string }

/** What of the sheet is new, and what of it is no count. */
export function readSheet(
  { days, codes, hasSource }: Sheet,
  { before, now }: { before: readonly SheetRow[]; now: readonly SheetRow[] },
  style: NumberStyle,
): { cells: SheetCell[]; wrong: Omit<EntryProblem<string>, 'text'>[] } {
  const cells: SheetCell[] = []
  const wrong: Omit<EntryProblem<string>, 'text'>[] = []
  for (const [at, on] of days.entries()) {
    const [old = {}, row = {}] = [before[at], now[at]]
    const source = hasSource ? (row['source'] ?? '').trim() : ''
    const isOtherSource = hasSource && source !== (old['source'] ?? '')
    for (const code of codes) {
      const text = row[code] ?? ''
      const value = readCount(text, style)
      if (value === 'wrong') wrong.push({ row: at, key: code })
      else if (value !== readCount(old[code] ?? '', style) || (isOtherSource && value !== null))
        cells.push({ on, kindCode: code, value, source: value === null ? '' : source })
    }
  }
  return { cells, wrong }
}

/** What a counter comes to over all rows: its sum, or the latest count of how many there are; null where nobody counted. */
export function totalsOf(
  rows: readonly SheetRow[],
  { codes, standing = [] }: Pick<Sheet, 'codes' | 'standing'>,
  style: NumberStyle,
) {
  return codes.map((code) => {
    const isLatest = standing.includes(code)
    const counted = rows
      .map((row) => readCount(row[code] ?? '', style))
      .filter((value) => typeof value === 'number')
    const sum = () => counted.reduce((total, value) => total + value, 0)
    const latest = counted.at(-1) ?? null
    return { code, isLatest, total: isLatest || latest === null ? latest : sum() }
  })
}
