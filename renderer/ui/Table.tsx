import type { ReactNode } from 'react'
import type { Choice } from './use-choice.ts'
import { Grid } from './TableGrid.tsx'

/** Orders a list by a column, in the one direction that its engine knows. */
export type ColumnSort = { by: string; direction: 'ascending' | 'descending' }
export type Column<Row> = {
  key: string
  label: string
  widthPx: number
  /** Takes its share of the space left over. */
  grows?: boolean
  align?: 'end'
  sort?: ColumnSort
  cell: (row: Row) => ReactNode
}

export type TableProps<Row> = {
  /** Says what the rows are, and names the widths that are remembered. */
  label: string
  name: string
  columns: Column<Row>[]
  keyOf: (row: Row) => number | string
  onOpen?: ((row: Row) => void) | undefined
  total?: { count: number; isExact: boolean } | undefined
  isLoading?: boolean
  /** Which column's order the list has, and how to ask for another. */
  sort?: { by: string; onChange: (by: string) => void }
  /** Many rows at once: Space, Shift+↑↓, Ctrl+A and a box before each row. */
  choice?: Choice<Row> | undefined
  empty: ReactNode
  foot?: ReactNode
}

/** Rows that are all here, or come page after page. */
export type LoadedRows<Row> = {
  rows: Row[]
  selected: number | string | null
  onSelect: (row: Row) => void
  hasMore?: boolean
  onMore?: () => void
}

/** Rows known by their place; those not in sight need not be here. */
export type RowsByIndex<Row> = {
  rowCount: number
  rowAt: (index: number) => Row | undefined
  onShow: (first: number, last: number) => void
  at: number
  onMove: (index: number) => void
  /** Another name is another list: it begins at the row it stands on, or at its top. */
  listKey: string
  /** A new number brings the row it stands on into sight. */
  jump?: number
}

const waitingRows = 8

/** An ARIA grid; ↑↓ PgUp PgDn Home End move, Enter opens. */
export function Table<Row>(props: TableProps<Row> & (LoadedRows<Row> | RowsByIndex<Row>)) {
  return 'rowAt' in props ? <Grid {...props} /> : <LoadedTable {...props} />
}

function LoadedTable<Row>(props: TableProps<Row> & LoadedRows<Row>) {
  const { rows, keyOf, selected, onSelect, hasMore = false, isLoading = false, onMore } = props
  const at = selected === null ? -1 : rows.findIndex((row) => keyOf(row) === selected)
  function move(index: number) {
    const row = rows[Math.min(index, rows.length - 1)]
    if (row) onSelect(row)
  }
  return (
    <Grid
      {...props}
      rowCount={rows.length + (hasMore || isLoading ? waitingRows : 0)}
      reachable={rows.length}
      rowAt={(index) => rows[index]}
      at={at}
      onMove={move}
      onShow={(_, last) => {
        if (hasMore && !isLoading && last >= rows.length - waitingRows) onMore?.()
      }}
      listKey=""
    />
  )
}
