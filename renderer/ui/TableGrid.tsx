import { useEffect, useEffectEvent, useId, useRef, useState } from 'react'
import type { RowsByIndex, TableProps } from './Table.tsx'
import { PrintedRows } from './TablePrinted.tsx'
import { TableHead } from './TableHead.tsx'
import { TableRow } from './TableRow.tsx'
import { bodyHeightPx, maxHeightPx, scrollToRow, visibleRows } from './table-scroll.ts'
import { useColumnWidths } from './use-column-widths.ts'
import { useTableKeys } from './use-table-keys.ts'
import { useViewport } from './use-viewport.ts'

const rowPx = 26
const boxPx = 32

type Props<Row> = TableProps<Row> &
  RowsByIndex<Row> & {
    /** Rows the keyboard may stand on, where the last of them are only awaited. */
    reachable?: number
  }

export function Grid<Row>(props: Props<Row>) {
  const { columns, rowCount, rowAt, at, choice, listKey, jump = 0, isLoading = false } = props
  const id = useId()
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null)
  const { scrollPx, viewPx } = useViewport(scroller)
  const { rowStyle, startResize, onHeaderKey, reset } = useColumnWidths(props.name, columns)
  const span = { rowCount, rowPx, viewPx }
  const { first, last, topPx } = visibleRows(scrollPx, span)
  const reachable = props.reachable ?? rowCount

  const show = useEffectEvent(props.onShow)
  const rowsHere = props.total?.count ?? 0
  useEffect(() => {
    if (viewPx > 0) show(first, last)
  }, [first, last, viewPx, listKey, rowCount, rowsHere, isLoading])

  const placed = useRef('')
  const placing = `${listKey} ${jump}`
  useEffect(() => {
    if (placed.current === placing || viewPx === 0 || !scroller || (at < 0 && rowCount === 0)) return
    if (at < 0 && placed.current === '') return
    placed.current = placing
    const isInSight =
      Math.abs(scrollToRow(Math.max(0, at), scroller.scrollTop, span) - scroller.scrollTop) < 1
    if (!isInSight) scroller.scrollTo({ top: scrollToRow(Math.max(0, at), maxHeightPx, span) })
  })

  function move(index: number): number {
    const next = Math.max(0, Math.min(reachable - 1, index))
    if (reachable === 0) return -1
    props.onMove(next)
    scroller?.scrollTo({ top: scrollToRow(next, scroller.scrollTop, span) })
    return next
  }
  const keys = useTableKeys({
    ...props,
    reachable,
    pageRows: Math.max(1, Math.floor(viewPx / rowPx) - 1),
    move,
  })
  if (rowCount === 0) return <div className="table">{props.empty}</div>
  const style = choice
    ? {
        gridTemplateColumns: `${boxPx}px ${rowStyle.gridTemplateColumns}`,
        minWidth: rowStyle.minWidth + boxPx,
      }
    : rowStyle
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
        aria-multiselectable={choice ? true : undefined}
        aria-activedescendant={at >= first && at <= last ? `${id}-${at}` : undefined}
        onKeyDown={keys.onKeyDown}
        onFocus={(event) => event.target === event.currentTarget && at < 0 && move(0)}
      >
        <TableHead {...props} style={style} widths={{ startResize, onHeaderKey, reset }} />
        <div className="table-body" role="rowgroup" style={{ height: bodyHeightPx(span) }}>
          {Array.from({ length: last - first + 1 }, (_, offset) => {
            const index = first + offset
            return (
              <TableRow
                key={index}
                id={`${id}-${index}`}
                {...{ index, columns, choice, keyOf: props.keyOf, row: rowAt(index), isAt: index === at }}
                style={{ ...style, top: topPx + offset * rowPx }}
                onClick={(event) => keys.onRowClick(event, index)}
                onOpen={props.onOpen}
              />
            )
          })}
        </div>
      </div>
      {props.foot && <div className="table-foot">{props.foot}</div>}
      {props.total && <PrintedRows total={props.total} count={Math.min(last, reachable - 1) - first + 1} />}
    </div>
  )
}
