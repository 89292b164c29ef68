import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { runtimeKey } from '../../shared/texts.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Failure } from '../ui/Failure.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import type { Refusal } from '../app/operation-types.ts'
import { recordPath } from './use-row-columns.tsx'

type Row = { tableName: string; rowId: number; label: string; detail: string }
type Props = {
  title: string
  list: {
    rows: readonly Row[]
    firstPage: { rowCount: number } | undefined
    failure: Refusal<'indicators.changeRows'> | null
    hasMore: boolean
    more: () => void
  }
  onClose: () => void
}

/** Rows of a figure that are told apart from the rest, a page at a time. */
export function RowsDialog({ title, list, onClose }: Props) {
  const { t } = useTranslation()
  const number = useNumberText()
  return (
    <Dialog title={title} onClose={onClose} isWide>
      <Failure of={list.failure} />
      {list.firstPage && (
        <p className="soft">{t('indicators.change.rowCount', { shown: number(list.firstPage.rowCount) })}</p>
      )}
      <div className="earlier-figures" tabIndex={0} role="region" aria-label={title}>
        <table className="plain-table">
          <thead>
            <tr>
              {(['kind', 'label', 'detail'] as const).map((key) => (
                <th key={key} scope="col">
                  {t(`indicators.columns.${key}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {list.rows.map((row) => {
              const path = recordPath(row)
              return (
                <tr key={`${row.tableName}/${row.rowId}`}>
                  <td>{t(runtimeKey(`indicators.rowKinds.${row.tableName}`))}</td>
                  <td>{path ? <Link to={path}>{row.label}</Link> : row.label}</td>
                  <td>{row.detail}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      {list.hasMore && (
        <div>
          <Button onClick={list.more}>{t('indicators.change.more')}</Button>
        </div>
      )}
    </Dialog>
  )
}
