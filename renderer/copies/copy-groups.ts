import type { Copy } from '../../shared/copies/contract.ts'

export function isLive(copy: Pick<Copy, 'withdrawnOn' | 'cancelledOn'>): boolean {
  return copy.withdrawnOn === null && copy.cancelledOn === null
}

/** Copies by what they have in common, the largest group first. */
export function groupBy<Row>(
  rows: readonly Row[],
  nameOf: (row: Row) => string,
): { name: string; rows: Row[] }[] {
  const byName = Map.groupBy(rows, nameOf)
  return [...byName]
    .map(([name, members]) => ({ name, rows: members }))
    .toSorted((a, b) => b.rows.length - a.rows.length)
}
