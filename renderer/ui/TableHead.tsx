import type { CSSProperties, KeyboardEvent, PointerEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { isComposing } from './keys.ts'
import type { Column, TableProps } from './Table.tsx'

type Props<Row> = Pick<TableProps<Row>, 'columns' | 'sort' | 'choice'> & {
  style: CSSProperties
  widths: {
    startResize: (event: PointerEvent<HTMLElement>, key: string) => void
    onHeaderKey: (event: KeyboardEvent<HTMLElement>, key: string) => void
    reset: () => void
  }
}

/** Shift+←→ make a column narrower or wider; Enter or a click orders the list by it where it can be. */
export function TableHead<Row>({ columns, sort, choice, style, widths }: Props<Row>) {
  const { t } = useTranslation()
  function onKeyDown(event: KeyboardEvent<HTMLElement>, column: Column<Row>) {
    if (event.key === 'Enter' && !isComposing(event)) {
      event.preventDefault()
      if (column.sort) sort?.onChange(column.sort.by)
    } else widths.onHeaderKey(event, column.key)
  }
  return (
    <div className="table-head" role="rowgroup">
      <div className="table-row" role="row" aria-rowindex={1} style={style}>
        {choice && (
          <div role="columnheader" className="box" aria-label={t('ui.table.choose')}>
            <input
              type="checkbox"
              tabIndex={-1}
              aria-label={t('ui.table.chooseAll')}
              title={`${t('ui.table.chooseAll')} (Ctrl+A)`}
              checked={choice.isAll}
              onMouseDown={(event) => event.preventDefault()}
              onChange={() => (choice.isAll ? choice.clear() : choice.all())}
            />
          </div>
        )}
        {columns.map((column, index) => {
          const sorts = sort && column.sort ? column.sort : null
          const isSorted = sorts !== null && sort?.by === sorts.by
          return (
            <div
              key={column.key}
              role="columnheader"
              className={[column.align, sorts && 'sorts'].filter(Boolean).join(' ')}
              title={[column.label, sorts && t('ui.table.sort'), t('ui.table.resizeKeys')]
                .filter(Boolean)
                .join(' · ')}
              tabIndex={index === 0 ? 0 : -1}
              aria-sort={isSorted ? sorts.direction : undefined}
              aria-keyshortcuts="Shift+ArrowLeft Shift+ArrowRight"
              onClick={() => sorts && sort?.onChange(sorts.by)}
              onKeyDown={(event) => onKeyDown(event, column)}
            >
              {column.label}
              <span
                className="resize"
                aria-hidden="true"
                title={t('ui.table.resize')}
                onClick={(event) => event.stopPropagation()}
                onPointerDown={(event) => widths.startResize(event, column.key)}
                onDoubleClick={widths.reset}
              />
            </div>
          )
        })}
      </div>
    </div>
  )
}
