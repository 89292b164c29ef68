import { columnName } from './cell-reference.ts'

/** A range of cells made one: rows from 1, the column of its upper left cell from 0. */
export type Merge = { top: number; bottom: number; column: number }

/**
 * A register merges the title over the lines of its copies, so a value repeats downwards; across it stands once, for a
 * heading over several columns belongs to none of them alone.
 */
export type MergeFill = {
  add: (merge: Merge) => void
  /** Fills the cells of a row in place, and tells of each range at its first row. */
  fill: (at: number, cells: string[], tell: (column: number, range: string) => void) => void
}

export function mergeFill(): MergeFill {
  const beginningAt = new Map<number, Merge[]>()
  let open: (Merge & { value: string })[] = []
  return {
    add(merge) {
      if (merge.bottom <= merge.top) return
      const others = beginningAt.get(merge.top)
      if (others) others.push(merge)
      else beginningAt.set(merge.top, [merge])
    },
    fill(at, cells, tell) {
      if (open.length > 0) {
        open = open.filter(({ bottom }) => bottom >= at)
        for (const { column, value } of open) put(cells, column, value)
      }
      for (const merge of beginningAt.get(at) ?? []) {
        const value = cells[merge.column] ?? ''
        if (value === '') continue
        open.push({ ...merge, value })
        const name = columnName(merge.column)
        tell(merge.column, `${name}${merge.top}:${name}${merge.bottom}`)
      }
    },
  }
}

function put(cells: string[], column: number, value: string): void {
  while (cells.length < column) cells.push('')
  if ((cells[column] ?? '') === '') cells[column] = value
}
