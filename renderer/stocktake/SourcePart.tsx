import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { displayInstant } from '../../shared/dates.ts'
import type { Source, Stocktake } from '../../shared/stocktake/contract.ts'
import { useCommand, useQuery } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { Button } from '../ui/Button.tsx'
import { Chip } from '../ui/Chip.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { MergeDialog } from './MergeDialog.tsx'
import { SatelliteDialog } from './SatelliteDialog.tsx'

/** Files of scanners and of other PCs: what came in with each, and the page to scan elsewhere. */
export function SourcePart({ stocktake }: { stocktake: Stocktake }) {
  const { t } = useTranslation()
  const can = useCan()
  const { value: sources, failure } = useQuery('stocktake.sources', { id: stocktake.id })
  const [dialog, setDialog] = useState<'merge' | 'satellite' | Source | null>(null)
  const mayScan = can('stocktake.scan') && stocktake.state === 'open'
  return (
    <>
      {mayScan ? (
        <div className="actions">
          <Button kind="primary" icon="file" onClick={() => setDialog('merge')}>
            {t('stocktake.sources.merge')}
          </Button>
          <Button icon="send" onClick={() => setDialog('satellite')}>
            {t('stocktake.sources.satellite')}
          </Button>
        </div>
      ) : (
        <Notice icon="info" text={t('stocktake.sources.notOpen')} />
      )}
      <p className="soft">{t('stocktake.sources.hint')}</p>
      <Failure of={failure} />
      {sources?.length === 0 && <EmptyState icon="file" text={t('stocktake.sources.empty')} />}
      {sources && sources.length > 0 && (
        <SourceTable sources={sources} mayTakeOut={mayScan} onTakeOut={setDialog} />
      )}
      {dialog === 'merge' && <MergeDialog stocktake={stocktake} onClose={() => setDialog(null)} />}
      {dialog === 'satellite' && <SatelliteDialog stocktake={stocktake} onClose={() => setDialog(null)} />}
      {typeof dialog === 'object' && dialog !== null && (
        <TakeOutDialog source={dialog} onClose={() => setDialog(null)} />
      )}
    </>
  )
}

type TableProps = { sources: Source[]; mayTakeOut: boolean; onTakeOut: (source: Source) => void }

const figures = ['lines', 'added', 'known', 'doubles', 'unknown'] as const

function SourceTable({ sources, mayTakeOut, onTakeOut }: TableProps) {
  const { t } = useTranslation()
  const number = useNumberText()
  return (
    <div className="wide-table card">
      <table className="plain-table">
        <thead>
          <tr>
            <th>{t('stocktake.sources.file')}</th>
            <th>{t('stocktake.sources.label')}</th>
            {figures.map((key) => (
              <th key={key} className="end">
                {t(`stocktake.sources.${key}`)}
              </th>
            ))}
            <th>{t('stocktake.sources.mergedAt')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {sources.map((source) => (
            <tr key={source.id}>
              <td>{source.fileName}</td>
              <td>
                {source.label}
                {source.takenFrom !== '' && (
                  <Chip tone="warn" icon="info">
                    {t('stocktake.sources.takenFrom', { name: source.takenFrom })}
                  </Chip>
                )}
              </td>
              {figures.map((key) => (
                <td key={key} className="end">
                  {number(source[key])}
                </td>
              ))}
              <td>{t('stocktake.sources.byAt', { name: source.by, at: displayInstant(source.mergedAt) })}</td>
              <td className="end">
                {source.takenOutAt !== null ? (
                  <Chip icon="restore">
                    {t('stocktake.sources.takenOut', { at: displayInstant(source.takenOutAt) })}
                  </Chip>
                ) : (
                  mayTakeOut && (
                    <Button kind="quiet" icon="restore" onClick={() => onTakeOut(source)}>
                      {t('stocktake.sources.takeOut')}
                    </Button>
                  )
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function TakeOutDialog({ source, onClose }: { source: Source; onClose: () => void }) {
  const { t } = useTranslation()
  const number = useNumberText()
  const toast = useToast()
  const takeOut = useCommand('stocktake.takeOutSource')
  const words = { name: source.fileName, shown: number(source.added) }
  async function submit() {
    const answer = await takeOut.run({ sourceId: source.id })
    if (!answer.ok) return
    toast({ text: t('stocktake.sources.tookOut', { ...words, shown: number(answer.value.scans) }) })
    onClose()
  }
  return (
    <Dialog
      title={t('stocktake.sources.takeOutTitle', words)}
      onClose={onClose}
      actions={
        <>
          <Button kind="primary" disabled={takeOut.isRunning} onClick={() => void submit()}>
            {t('stocktake.sources.takeOutSubmit', words)}
          </Button>
          <Button onClick={onClose}>{t('common.actions.cancel')}</Button>
        </>
      }
    >
      <p>{t('stocktake.sources.takeOutText', words)}</p>
      <Failure of={takeOut.failure} />
    </Dialog>
  )
}
