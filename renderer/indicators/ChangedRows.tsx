import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { measureName } from '../../shared/indicators/own-text.ts'
import { runtimeKey } from '../../shared/texts.ts'
import type { Input } from '../app/operation-types.ts'
import { usePages } from '../app/operations.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Failure } from '../ui/Failure.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { recordPath } from './use-row-columns.tsx'

type Props = { asked: Omit<Input<'indicators.changeRows'>, 'cursor' | 'limit'>; onClose: () => void }

/** The rows of a part that came since, or are no longer there, a page at a time. */
export function ChangedRows({ asked, onClose }: Props) {
  const { t } = useTranslation()
  const number = useNumberText()
  const list = usePages('indicators.changeRows', asked)
  const name = measureName(t, asked.measure)
  return (
    <Dialog title={t(`indicators.change.rows.${asked.which}`, { name })} onClose={onClose} isWide>
      <Failure of={list.failure} />
      {list.firstPage && (
        <p className="soft">{t('indicators.change.rowCount', { shown: number(list.firstPage.rowCount) })}</p>
      )}
      <div className="earlier-figures" tabIndex={0} role="region" aria-label={name}>
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
