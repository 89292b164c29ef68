import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { displayInstant } from '../../shared/dates.ts'
import { useCan } from '../app/permissions.ts'
import { Button } from '../ui/Button.tsx'
import { Chip } from '../ui/Chip.tsx'

type Act = { id: number; madeAt: string; undoneAt: string | null }
type UndoColumn<Row> = { key: string; label: string; isNumber?: boolean; cell: (row: Row) => ReactNode }
type Props<Row> = {
  pages: { rows: Row[]; hasMore: boolean; more: () => void }
  columns: UndoColumn<Row>[]
  isUndoing: boolean
  onUndo: (id: number) => void
}

/** Acts on many titles, the newest first, each to be taken back as a whole. */
export function UndoTable<Row extends Act>({ pages, columns, isUndoing, onUndo }: Props<Row>) {
  const { t } = useTranslation()
  const mayUndo = useCan()('catalogue.write')
  return (
    <div className="card">
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t('catalogue.edits.madeAt')}</th>
            {columns.map(({ key, label, isNumber }) => (
              <th key={key} scope="col" className={isNumber ? 'end' : ''}>
                {label}
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {pages.rows.map((row) => (
            <tr key={row.id}>
              <td className="number">{displayInstant(row.madeAt)}</td>
              {columns.map(({ key, isNumber, cell }) => (
                <td key={key} className={isNumber ? 'end number' : ''}>
                  {cell(row)}
                </td>
              ))}
              <td>
                {row.undoneAt !== null && (
                  <Chip icon="restore">
                    {t('catalogue.edits.undoneAt', { at: displayInstant(row.undoneAt) })}
                  </Chip>
                )}
                {row.undoneAt === null && mayUndo && (
                  <Button icon="restore" disabled={isUndoing} onClick={() => onUndo(row.id)}>
                    {t('common.actions.undo')}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {pages.hasMore && <Button onClick={pages.more}>{t('common.actions.more')}</Button>}
    </div>
  )
}
