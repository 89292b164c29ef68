import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from './Button.tsx'
import type { EntryColumn, EntryProblem, EntryRow } from './entry-rows.ts'

type Props<Key extends string> = {
  at: number
  row: EntryRow<Key>
  columns: readonly EntryColumn<Key>[]
  style: CSSProperties
  className: string
  problems: readonly EntryProblem<Key>[]
  activeColumn: number | null
  /** Where Tab comes in while no cell is active yet. */
  isEntry: boolean
  /** Near the lower edge, where a note goes above its cell. */
  isLow: boolean
  onType: (row: number, key: Key, text: string) => void
  onRemove: ((row: number) => void) | undefined
}

export function EntryGridRow<Key extends string>(props: Props<Key>) {
  const { at, row, columns, problems, activeColumn, onRemove } = props
  const { t } = useTranslation()
  const entryColumn = columns.findIndex((column) => !column.isFixed)
  const classes = ['table-row', props.className, problems.length > 0 && 'wrong'].filter(Boolean).join(' ')
  return (
    <div role="row" aria-rowindex={at + 2} className={classes} style={props.style}>
      <div role="rowheader" className="end soft">
        {at + 1}
      </div>
      {columns.map((column, index) => (
        <Cell
          key={column.key}
          column={column}
          text={row[column.key]}
          place={{ row: at, column: index }}
          problem={problems.find((problem) => problem.key === column.key)?.text}
          isActive={activeColumn === index}
          isTabStop={activeColumn === index || (props.isEntry && index === entryColumn)}
          isLow={props.isLow}
          onType={(text) => props.onType(at, column.key, text)}
        />
      ))}
      {onRemove && (
        <div role="gridcell" className="entry-end">
          <IconButton
            icon="close"
            label={t('ui.grid.removeRowAt', { row: at + 1 })}
            tabIndex={-1}
            onClick={() => onRemove(at)}
          />
        </div>
      )}
    </div>
  )
}

type CellProps = {
  column: EntryColumn
  text: string
  place: { row: number; column: number }
  problem: string | undefined
  isActive: boolean
  isTabStop: boolean
  isLow: boolean
  onType: (text: string) => void
}

function Cell({ column, text, place, problem, isActive, isTabStop, isLow, onType }: CellProps) {
  const { t } = useTranslation()
  const noteId = `entry-${place.row}-${column.key}`
  const wiring = {
    'data-row': place.row,
    'data-column': place.column,
    'aria-label': t('ui.grid.cell', { column: column.label, row: place.row + 1 }),
    'aria-invalid': problem ? true : undefined,
    'aria-describedby': problem ? noteId : undefined,
    tabIndex: isTabStop ? 0 : -1,
    className: column.align === 'end' ? 'number' : '',
    title: problem ?? text,
    value: text,
  } as const
  return (
    <div role="gridcell" className={problem ? 'entry-cell wrong' : 'entry-cell'}>
      {column.options && !column.isFixed ? (
        <select {...wiring} onChange={(event) => onType(event.target.value)}>
          <Choices options={column.options} text={text} />
        </select>
      ) : (
        <input
          {...wiring}
          type="text"
          readOnly={column.isFixed}
          placeholder={column.placeholder?.(place.row)}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => onType(event.target.value)}
        />
      )}
      {problem && (
        <span
          id={noteId}
          className={`${isActive ? 'entry-note' : 'visually-hidden'} ${isLow ? 'above' : ''}`}
        >
          {problem}
        </span>
      )}
    </div>
  )
}

/** A pasted word that names no choice is kept to be seen, as nothing of what was typed is lost. */
function Choices({ options, text }: { options: NonNullable<EntryColumn['options']>; text: string }) {
  const isKnown = options.some(({ value }) => value === text)
  return (
    <>
      {!isKnown && <option value={text}>{text}</option>}
      {options.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </>
  )
}
