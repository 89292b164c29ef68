import type { AcquisitionSource } from '../catalogue/contract.ts'
import type { Dimension } from './contract.ts'

/** One kind of stock as an opening balance knows it. */
export type Cell = {
  siteId: number
  material: string
  language: string
  ddc: string
  source: AcquisitionSource
}
export type Counts = { titles: number; copies: number }
export type Left = { registered: number; remaining: number; remainingTitles: number }

export function cellKey({ siteId, material, language, ddc, source }: Cell): string {
  return [siteId, material, language, ddc, source].join('\n')
}

/**
 * What each balance still stands for once copies that were there on the first day are registered one by one. They fill
 * the balance of their kind; those it has no room for fill the balance of the same kind whose class is not known, for a
 * first estimate knows fewer classes than the register. Only sums count, so the order of registering does not.
 */
export function leftOf(balance: readonly (Cell & Counts)[], registered: readonly (Cell & Counts)[]): Left[] {
  const filling = new Map<string, Counts>()
  for (const cell of registered) addTo(filling, cellKey(cell), cell)
  const room = new Map(balance.map((cell) => [cellKey(cell), cell.copies]))
  for (const cell of registered) {
    const key = cellKey(cell)
    const unclassed = cellKey({ ...cell, ddc: '' })
    if (key === unclassed || !room.has(unclassed)) continue
    const surplus = cell.copies - (room.get(key) ?? 0)
    if (surplus <= 0) continue
    const titles = Math.round((cell.titles * surplus) / cell.copies)
    addTo(filling, unclassed, { copies: surplus, titles })
    addTo(filling, key, { copies: -surplus, titles: -titles })
  }
  return balance.map((cell) => leftIn(cell, filling.get(cellKey(cell)) ?? { titles: 0, copies: 0 }))
}

function addTo(sums: Map<string, Counts>, key: string, { titles, copies }: Counts): void {
  const sum = sums.get(key) ?? { titles: 0, copies: 0 }
  sums.set(key, { titles: sum.titles + titles, copies: sum.copies + copies })
}

/** A title needs a copy, so no more titles are left than copies. */
function leftIn(cell: Counts, filling: Counts): Left {
  const remaining = Math.max(0, cell.copies - filling.copies)
  const remainingTitles = Math.min(remaining, Math.max(0, cell.titles - filling.titles))
  return { registered: filling.copies, remaining, remainingTitles }
}

const overlapping = ['source', 'site', 'condition', 'class'] as const

/** Whether a title may count in several parts of a division, so that its titles add up to more than there are. */
export function isOverlapping(dimension: Dimension): dimension is (typeof overlapping)[number] {
  return overlapping.some((each) => each === dimension)
}
