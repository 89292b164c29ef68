import { useTranslation } from 'react-i18next'
import { displayInstant, spanText } from '../../shared/dates.ts'
import type { EarlierReport } from '../../shared/indicators/contract.ts'
import { useCommand, usePages } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { Button } from '../ui/Button.tsx'
import { Failure } from '../ui/Failure.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { EarlierProof } from './EarlierProof.tsx'

/** Reports of before that were taken in, each to be taken back. */
export function EarlierList() {
  const { t } = useTranslation()
  const number = useNumberText()
  const list = usePages('indicators.earlier', {})
  return (
    <section className="card stack earlier-part" aria-label={t('indicators.earlier.past')}>
      <h2>{t('indicators.earlier.past')}</h2>
      <Failure of={list.failure} />
      {!list.isStarting && list.rows.length === 0 && <p className="soft">{t('indicators.earlier.empty')}</p>}
      {list.rows.length > 0 && (
        <table className="plain-table">
          <thead>
            <tr>
              {(['source', 'spans', 'figures', 'proof', 'taken'] as const).map((key) => (
                <th key={key} scope="col">
                  {t(`indicators.earlier.columns.${key}`)}
                </th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            {list.rows.map((report) => (
              <tr key={report.id}>
                <td>
                  {report.source}
                  <div className="soft small">{report.fileName}</div>
                </td>
                <td className="nowrap">
                  {report.fromOn && report.untilOn && spanText(report.fromOn, report.untilOn)}
                </td>
                <td className="end">{number(report.figures)}</td>
                <td>
                  {report.proof === null ? (
                    <span className="soft">{t('indicators.given.noProof')}</span>
                  ) : (
                    <EarlierProof reportId={report.id} name={report.proof} />
                  )}
                </td>
                <td>
                  {report.takenBy}
                  <div className="soft small nowrap">{displayInstant(report.takenAt)}</div>
                </td>
                <td>
                  <TakeBack report={report} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {list.hasMore && (
        <div>
          <Button onClick={list.more}>{t('indicators.earlier.more')}</Button>
        </div>
      )}
    </section>
  )
}

function TakeBack({ report: { id, rev, undoneOn, source } }: { report: EarlierReport }) {
  const { t } = useTranslation()
  const can = useCan()
  const toast = useToast()
  const undo = useCommand('indicators.undoEarlier')
  const redo = useCommand('indicators.redoEarlier')
  async function takeBack() {
    const answer = await undo.run({ id, rev })
    if (answer.ok)
      toast({
        text: t('indicators.earlier.undone', { source }),
        onUndo: async () => void (await redo.run({ id, rev: answer.value.rev })),
      })
  }
  if (!can('reports.prepare'))
    return undoneOn === null ? null : <span className="soft">{t('indicators.earlier.isUndone')}</span>
  return (
    <>
      {undoneOn === null ? (
        <Button icon="restore" disabled={undo.isRunning} onClick={() => void takeBack()}>
          {t('indicators.earlier.undo')}
        </Button>
      ) : (
        <>
          <span className="soft">{t('indicators.earlier.isUndone')}</span>{' '}
          <Button disabled={redo.isRunning} onClick={() => void redo.run({ id, rev })}>
            {t('indicators.earlier.redo')}
          </Button>
        </>
      )}
      <Failure of={undo.failure ?? redo.failure} />
    </>
  )
}
