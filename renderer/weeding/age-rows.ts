import type { AgeRule } from '../../shared/weeding/rules.ts'
import type { EntryProblem, EntryRow } from '../ui/entry-rows.ts'

export const ageKeys = ['from', 'to', 'years'] as const
export type AgeKey = (typeof ageKeys)[number]
export type AgeRow = EntryRow<AgeKey>
/** `ui.*` of the page's own: which words say what is wrong. */
export type AgeFault = 'class' | 'range' | 'years' | 'twice'

export function rowsOf(ages: readonly AgeRule[]): AgeRow[] {
  return ages.map(({ from, to, years }) => ({ from, to, years: String(years) }))
}

export const blankRow: AgeRow = { from: '', to: '', years: '' }

const isBlank = (row: AgeRow) => ageKeys.every((key) => row[key].trim() === '')

/** The rules as typed; an empty end stands for one class only, a wholly empty row for nothing. */
export function readAges(rows: readonly AgeRow[]): {
  ages: AgeRule[]
  faults: { row: number; key: AgeKey; fault: AgeFault }[]
} {
  const ages: AgeRule[] = []
  const faults: { row: number; key: AgeKey; fault: AgeFault }[] = []
  for (const [at, row] of rows.entries()) {
    if (isBlank(row)) continue
    const from = row.from.trim()
    const to = row.to.trim() === '' ? from : row.to.trim()
    const years = Number(row.years.trim())
    const note = (key: AgeKey, fault: AgeFault) => faults.push({ row: at, key, fault })
    if (!/^\d{3}$/.test(from)) note('from', 'class')
    else if (!/^\d{3}$/.test(to)) note('to', 'class')
    else if (from > to) note('to', 'range')
    else if (ages.some((age) => age.from === from && age.to === to)) note('from', 'twice')
    else if (!Number.isInteger(years) || years < 1 || years > 200) note('years', 'years')
    else ages.push({ from, to, years })
  }
  return { ages, faults }
}

export function problemsOf(
  faults: ReturnType<typeof readAges>['faults'],
  wordOf: (fault: AgeFault) => string,
): EntryProblem<AgeKey>[] {
  return faults.map(({ row, key, fault }) => ({ row, key, text: wordOf(fault) }))
}
