import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { isComposing } from './keys.ts'
import { bodyHeightPx, scrollToRow, visibleRows } from './table-scroll.ts'
import { useColumnWidths } from './use-column-widths.ts'
import { useNumberText } from './use-number-text.ts'
import { useViewport } from './use-viewport.ts'

export type Column<Row> = {
  key: string
  label: string
  widthPx: number
  /** Takes its share of the space left over. */
  grows?: boolean
  align?: 'end'
  cell: (row: Row) => ReactNode
}

type Props<Row> = {
  /** Says what the rows are, and names the widths that are remembered. */
  label: string
  name: string
  columns: Column<Row>[]
  rows: Row[]
  keyOf: (row: Row) => number | string
  selected: number | string | null
  onSelect: (row: Row) => void
  onOpen?: (row: Row) => void
  total?: { count: number; isExact: boolean } | undefined
  hasMore?: boolean
  onMore?: () => void
  isLoading?: boolean
  empty: ReactNode
  foot?: ReactNode
}

const rowPx = 26
const waitingRows = 8

/** An ARIA grid over cursor pages; ↑↓ PgUp PgDn Home End move, Enter opens. */
export function Table<Row>(props: Props<Row>) {
  const { columns, rows, keyOf, selected, hasMore = false, isLoading = false, onMore } = props
  const { t } = useTranslation()
  const id = useId()
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null)
  const { scrollPx, viewPx } = useViewport(scroller)
  const { rowStyle, startResize, onHeaderKey, reset } = useColumnWidths(props.name, columns)
  const rowCount = rows.length + (hasMore || isLoading ? waitingRows : 0)
  const span = { rowCount, rowPx, viewPx }
  const { first, last, topPx } = visibleRows(scrollPx, span)
  const at = selected === null ? -1 : rows.findIndex((row) => keyOf(row) === selected)

  useEffect(() => {
    if (hasMore && !isLoading && last >= rows.length - waitingRows) onMore?.()
  }, [hasMore, isLoading, last, rows.length, onMore])

  const isPlaced = useRef(false)
  useEffect(() => {
    if (isPlaced.current || at < 0 || viewPx === 0) return
    isPlaced.current = true
    scroller?.scrollTo({ top: scrollToRow(at, 0, span) })
  })

  function select(index: number) {
    const row = rows[Math.max(0, Math.min(rows.length - 1, index))]
    if (!row) return
    props.onSelect(row)
    scroller?.scrollTo({ top: scrollToRow(rows.indexOf(row), scrollPx, span) })
  }
  function onKeyDown(event: KeyboardEvent) {
    if (isComposing(event) || event.ctrlKey || event.altKey) return
    const pageRows = Math.max(1, Math.floor(viewPx / rowPx) - 1)
    const moves: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + pageRows,
      PageUp: at - pageRows,
      Home: 0,
      End: rows.length - 1,
    }
    const next = moves[event.key]
    const row = rows[at]
    if (next !== undefined) select(next)
    else if (event.key === 'Enter' && row) props.onOpen?.(row)
    else return
    event.preventDefault()
  }
  if (rowCount === 0) return <div className="table">{props.empty}</div>
  return (
    <div className="table">
      <div
        ref={setScroller}
        className="table-scroll"
        role="grid"
        tabIndex={0}
        aria-label={props.label}
        aria-rowcount={props.total?.isExact ? props.total.count + 1 : -1}
        aria-busy={isLoading}
        aria-activedescendant={at >= first && at <= last ? `${id}-${at}` : undefined}
        onKeyDown={onKeyDown}
        onFocus={() => at < 0 && select(0)}
      >
        <div className="table-head" role="rowgroup">
          <div className="table-row" role="row" aria-rowindex={1} style={rowStyle}>
            {columns.map((column, index) => (
              <div
                key={column.key}
                role="columnheader"
                className={column.align ?? ''}
                title={`${column.label} (${t('ui.table.resizeKeys')})`}
                tabIndex={index === 0 ? 0 : -1}
                aria-keyshortcuts="Shift+ArrowLeft Shift+ArrowRight"
                onKeyDown={(event) => onHeaderKey(event, column.key)}
              >
                {column.label}
                <span
                  className="resize"
                  aria-hidden="true"
                  title={t('ui.table.resize')}
                  onPointerDown={(event) => startResize(event, column.key)}
                  onDoubleClick={reset}
                />
              </div>
            ))}
          </div>
        </div>
        <div className="table-body" role="rowgroup" style={{ height: bodyHeightPx(span) }}>
          {Array.from({ length: last - first + 1 }, (_, offset) => {
            const index = first + offset
            const row = rows[index]
            return (
              <div
                key={index}
                id={`${id}-${index}`}
                role="row"
                aria-rowindex={index + 2}
                aria-selected={index === at}
                className={row ? 'table-row' : 'table-row waiting'}
                style={{ ...rowStyle, top: topPx + offset * rowPx }}
                onClick={() => select(index)}
                onDoubleClick={() => row && props.onOpen?.(row)}
              >
                {columns.map((column) => (
                  <div key={column.key} role="gridcell" className={column.align ?? ''}>
                    {row && column.cell(row)}
                  </div>
                ))}
              </div>
            )
          })}
        </div>
      </div>
      {props.foot && <div className="table-foot">{props.foot}</div>}
      {props.total && <PrintedRows total={props.total} count={Math.min(last, rows.length - 1) - first + 1} />}
    </div>
  )
}

/** A list on paper holds the rows that were on screen, and says so where there are more. */
function PrintedRows({ count, total }: { count: number; total: NonNullable<Props<never>['total']> }) {
  const { t } = useTranslation()
  const number = useNumberText()
  if (count >= total.count && total.isExact) return null
  return (
    <p className="print-only">
      {t(total.isExact ? 'ui.table.printed' : 'ui.table.printedAtLeast', {
        shown: number(count),
        total: number(total.count),
      })}
    </p>
  )
}
