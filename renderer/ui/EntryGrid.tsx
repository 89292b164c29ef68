import { useId, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { EntryGridRow } from './EntryGridRow.tsx'
import { EntryProblems } from './EntryProblems.tsx'
import type { EntryColumn, EntryProblem, EntryRow } from './entry-rows.ts'
import { bodyHeightPx, visibleRows } from './table-scroll.ts'
import { useEntryMoves } from './use-entry-moves.ts'
import { useViewport } from './use-viewport.ts'

export type { EntryColumn, EntryProblem, EntryRow } from './entry-rows.ts'

export type EntryGridProps<Key extends string> = {
  /** Says what the rows are. */
  label: string
  columns: readonly EntryColumn<Key>[]
  rows: readonly EntryRow<Key>[]
  onChange: (rows: EntryRow<Key>[]) => void
  /** What is wrong, as the page finds it from the rows; a cell being typed into is left alone until it is left. */
  problems: readonly EntryProblem<Key>[]
  /** Given where rows may be added: by Enter below the last one, by paste, by the button. */
  newRow?: (above: EntryRow<Key> | undefined) => EntryRow<Key>
  maxRows?: number
  mayRemoveRows?: boolean
  /** It has come in answer to “begin”: its first cell is typed into at once. */
  takesFocus?: boolean
  /** Marks of a row: `odd` shades it, so that groups of rows are seen. */
  rowClass?: (row: EntryRow<Key>, at: number) => string
  /** Totals and the like, below the rows. */
  foot?: ReactNode
}

export const entryRowPx = 28
const numberColumnPx = 44
const removeColumnPx = 32

/**
 * Rows to type into as in a spreadsheet: ↑↓ Enter Tab move, a block from Excel fills down and right, Ctrl+D takes
 * the cell above. Cells hold text as typed; nothing typed is ever dropped or blocked.
 */
export function EntryGrid<Key extends string>(props: EntryGridProps<Key>) {
  const { columns, rows, mayRemoveRows = false } = props
  const { t } = useTranslation()
  const id = useId()
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null)
  const { scrollPx, viewPx } = useViewport(scroller)
  const span = { rowCount: rows.length, rowPx: entryRowPx, viewPx }
  const { first, last } = visibleRows(scrollPx, span)
  const moves = useEntryMoves(props, scroller)
  const { active } = moves
  const rowStyle = gridStyle(columns, mayRemoveRows)
  const inSight = Array.from({ length: Math.max(0, last - first + 1) }, (_, offset) => first + offset)
  // The row being typed into stays in the page when it scrolls away, or its focus and composition were lost.
  const drawn =
    active && active.row < rows.length && !inSight.includes(active.row) ? [...inSight, active.row] : inSight
  const shown = props.problems.filter((problem) => isShown(problem, props, moves))
  return (
    <div className="table entry">
      <div
        ref={setScroller}
        className="table-scroll"
        role="grid"
        aria-label={props.label}
        aria-rowcount={rows.length + 1}
        aria-describedby={`${id}-keys`}
        onKeyDown={moves.onKeyDown}
        onPaste={moves.onPaste}
        onFocus={moves.onFocus}
        onBlur={moves.onBlur}
      >
        <div className="table-head" role="rowgroup">
          <div className="table-row" role="row" aria-rowindex={1} style={rowStyle}>
            <div role="columnheader" className="end">
              {t('ui.grid.row')}
            </div>
            {columns.map((column) => (
              <div key={column.key} role="columnheader" className={column.align ?? ''} title={column.label}>
                <span className={column.isRequired ? 'required' : ''}>{column.label}</span>
              </div>
            ))}
            {mayRemoveRows && (
              <div role="columnheader">
                <span className="visually-hidden">{t('ui.grid.removeRow')}</span>
              </div>
            )}
          </div>
        </div>
        <div className="table-body" role="rowgroup" style={{ height: bodyHeightPx(span) }}>
          {drawn.map((at) => {
            const row = rows[at]
            return (
              row && (
                <EntryGridRow
                  key={at}
                  at={at}
                  row={row}
                  columns={columns}
                  style={{ ...rowStyle, top: at * entryRowPx }}
                  className={props.rowClass?.(row, at) ?? ''}
                  problems={shown.filter((problem) => problem.row === at)}
                  activeColumn={active?.row === at ? active.column : null}
                  isEntry={active === null && at === 0}
                  isLow={at > 2 && at >= last - 8}
                  onType={moves.type}
                  onRemove={mayRemoveRows ? moves.removeRow : undefined}
                />
              )
            )
          })}
        </div>
      </div>
      <div className="table-foot" ref={moves.foot} tabIndex={-1}>
        {props.newRow && (
          <button type="button" className="button quiet" onClick={moves.addRow}>
            {t('ui.grid.addRow')}
          </button>
        )}
        {props.foot}
        <span className="spacer" />
        <span id={`${id}-keys`} className="small">
          {t('ui.grid.keys')}
        </span>
      </div>
      <EntryProblems
        problems={shown}
        columns={columns}
        leftOut={moves.leftOut}
        onGo={(row, key) => moves.goTo(row, key)}
      />
    </div>
  )
}

/** While a cell is typed into, and while a row is filled for the first time, nobody is told what it lacks. */
function isShown<Key extends string>(
  { row, key }: EntryProblem<Key>,
  { rows, columns }: EntryGridProps<Key>,
  { active, isTyping }: { active: { row: number; column: number } | null; isTyping: boolean },
): boolean {
  if (active?.row !== row) return true
  if (rows[row]?.[key] === '') return false
  return !isTyping || columns[active.column]?.key !== key
}

function gridStyle(columns: readonly EntryColumn[], hasRemove: boolean) {
  const tracks = columns.map(({ widthPx, grows }) => (grows ? `minmax(${widthPx}px, 1fr)` : `${widthPx}px`))
  const endPx = hasRemove ? removeColumnPx : 0
  return {
    gridTemplateColumns: [`${numberColumnPx}px`, ...tracks, ...(hasRemove ? [`${endPx}px`] : [])].join(' '),
    minWidth: columns.reduce((sum, { widthPx }) => sum + widthPx, numberColumnPx + endPx),
  }
}
