import { useTranslation } from 'react-i18next'
import { displayInstant } from '../../shared/dates.ts'
import type { CounterImport } from '../../shared/readers/contract.ts'
import { useCommand, usePages } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { Button } from '../ui/Button.tsx'
import { Failure } from '../ui/Failure.tsx'
import { useNumberText } from '../ui/use-number-text.ts'

/** What was taken in from files, each to be taken back. */
export function ImportList() {
  const { t } = useTranslation()
  const number = useNumberText()
  const can = useCan()
  const list = usePages('readers.counterImports', {})
  const undo = useCommand('readers.undoCounterImport')
  function stateOf({ undoneAt, kept }: CounterImport): string {
    if (undoneAt === null) return t('readers.import.standing')
    return kept > 0 ? t('readers.import.undoneKept', { count: kept }) : t('readers.import.undone')
  }
  return (
    <section className="card stack" aria-label={t('readers.import.past')}>
      <h2>{t('readers.import.past')}</h2>
      <Failure of={list.failure ?? undo.failure} />
      {!list.isStarting && list.rows.length === 0 && <p className="soft">{t('readers.import.pastNone')}</p>}
      {list.rows.length > 0 && (
        <table className="plain-table">
          <thead>
            <tr>
              {(['fileName', 'at', 'cells', 'state'] as const).map((key) => (
                <th key={key} scope="col">
                  {t(`readers.import.${key}`)}
                </th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            {list.rows.map((row) => (
              <tr key={row.id}>
                <td>{row.fileName}</td>
                <td className="nowrap">{displayInstant(row.importedAt)}</td>
                <td className="end">{number(row.cells)}</td>
                <td>{stateOf(row)}</td>
                <td>
                  {row.undoneAt === null && can('counters.write') && (
                    <Button
                      icon="restore"
                      disabled={undo.isRunning}
                      onClick={() => void undo.run({ id: row.id })}
                    >
                      {t('readers.import.undo')}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {list.hasMore && <Button onClick={list.more}>{t('common.actions.more')}</Button>}
    </section>
  )
}
