import type { CSSProperties, MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { TableProps } from './Table.tsx'

type Props<Row> = Pick<TableProps<Row>, 'columns' | 'choice' | 'keyOf' | 'onOpen'> & {
  id: string
  index: number
  row: Row | undefined
  isAt: boolean
  style: CSSProperties
  onClick: (event: MouseEvent) => void
}

export function TableRow<Row>(props: Props<Row>) {
  const { row, index, columns, choice, isAt } = props
  const { t } = useTranslation()
  const isChosen = row !== undefined && choice?.has(props.keyOf(row)) === true
  const className = ['table-row', !row && 'waiting', isAt && 'current', isChosen && 'chosen']
  return (
    <div
      id={props.id}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={choice && choice.count > 0 ? isChosen : isAt}
      className={className.filter(Boolean).join(' ')}
      style={props.style}
      onClick={props.onClick}
      onDoubleClick={() => row && props.onOpen?.(row)}
    >
      {choice && (
        <div role="gridcell" className="box">
          {row && (
            <input
              type="checkbox"
              tabIndex={-1}
              aria-label={t('ui.table.choose')}
              checked={isChosen}
              onMouseDown={(event) => event.preventDefault()}
              onChange={() => choice.toggle(row)}
              onClick={(event) => event.stopPropagation()}
              onDoubleClick={(event) => event.stopPropagation()}
            />
          )}
        </div>
      )}
      {columns.map((column) => (
        <div key={column.key} role="gridcell" data-column={column.key} className={column.align ?? ''}>
          {row && column.cell(row)}
        </div>
      ))}
    </div>
  )
}
