import { useTranslation } from 'react-i18next'
import { displayDate, parseDate } from '../../shared/dates.ts'
import type { AnnexTable } from '../../shared/reports/annexes.ts'
import { DrawingFigure } from '../ui/DrawingFigure.tsx'
import { useNumberText } from '../ui/use-number-text.ts'

type Column = AnnexTable['columns'][number]
type Cell = Extract<AnnexTable['rows'][number], { values: unknown }>['values'][string]

/** The tables of an annex as the paper has them, with their charts; one that is long shows its first rows and says how many follow. */
export function AnnexTables({ tables }: { tables: readonly AnnexTable[] }) {
  return tables.map((table, at) => <OneTable key={at} table={table} />)
}

/** A page of a thousand rows is slow on a small PC, and the papers hold them all. */
const mostShown = 300

function OneTable({ table: { columns, rows, caption, note, drawing } }: { table: AnnexTable }) {
  const { t } = useTranslation()
  const number = useNumberText()
  const text = useCellText()
  const left = rows.length - mostShown
  return (
    <div className="sheet-table plain" role="region" tabIndex={0} aria-label={caption || undefined}>
      {drawing && <DrawingFigure drawing={drawing} />}
      <table>
        {caption !== '' && !drawing && <caption>{caption}</caption>}
        <thead>
          <tr>
            {columns.map(({ key, label }) => (
              <th key={key} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, mostShown).map((row, at) =>
            row.type === 'group' ? (
              <tr key={at}>
                <th colSpan={columns.length} scope="rowgroup" className="group">
                  {row.label}
                </th>
              </tr>
            ) : (
              <tr key={at} className={row.type === 'total' ? 'total' : undefined}>
                {columns.map((column) => (
                  <td key={column.key} className={classOf(column)}>
                    {text(row.values[column.key], column)}
                  </td>
                ))}
              </tr>
            ),
          )}
        </tbody>
      </table>
      {left > 0 && (
        <p className="soft">{t('reports.annexPart.more', { count: left, shown: number(left) })}</p>
      )}
      {note !== '' && <p className="basis">{note}</p>}
    </div>
  )
}

function classOf({ kind, align }: Column): string | undefined {
  if (align === 'center' || kind === 'date') return 'center'
  return kind === 'number' ? 'end' : undefined
}

function useCellText() {
  const { t } = useTranslation()
  const number = useNumberText()
  return (cell: Cell, { kind }: Column): string => {
    if (cell === null || cell === undefined) return ''
    if (typeof cell === 'number') return number(cell)
    if (typeof cell === 'object') return t(`documents.table.${cell.status}`)
    return kind === 'date' && parseDate(cell) === cell ? displayDate(cell) : cell
  }
}
