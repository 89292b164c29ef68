import { priorityClasses, type PriorityClass, type Target } from '../../shared/digitization/contract.ts'

export const targetKeys = ['titles', 'pages', 'files'] as const
export type TargetKey = (typeof targetKeys)[number]
export type TargetRow = Record<TargetKey, string>

/** A row for each class, as it is typed. */
export function rowsOf(targets: readonly Target[]): TargetRow[] {
  return priorityClasses.map((key) => {
    const target = targets.find((each) => each.class === key)
    const shown = (count: number | undefined) => (count === undefined || count === 0 ? '' : String(count))
    return { titles: shown(target?.titles), pages: shown(target?.pages), files: shown(target?.files) }
  })
}

/** What the rows say, or null where one says no number. Thousands may be parted by points or spaces. */
export function readTargets(rows: readonly TargetRow[]): Target[] | null {
  const targets: Target[] = []
  for (const [at, row] of rows.entries()) {
    const key: PriorityClass = priorityClasses[at] ?? 'other'
    const counts = targetKeys.map((name) => countIn(row[name]))
    if (counts.includes(null)) return null
    const [titles = 0, pages = 0, files = 0] = counts as number[]
    if (titles + pages + files > 0) targets.push({ class: key, titles, pages, files })
  }
  return targets
}

export function countIn(typed: string): number | null {
  const plain = typed.replace(/[\s.]/g, '')
  if (plain === '') return 0
  return /^\d{1,9}$/.test(plain) ? Number(plain) : null
}
