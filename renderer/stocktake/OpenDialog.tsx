import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { Stocktake } from '../../shared/stocktake/contract.ts'
import { JobProgress } from '../app/JobProgress.tsx'
import { useJob, useQuery } from '../app/operations.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { useStocktakeWords } from './use-stocktake-words.ts'

/** What opening will put on the list, before it does; and who counts the same shelf at the same time. */
export function OpenDialog({ stocktake, onClose }: { stocktake: Stocktake; onClose: () => void }) {
  const { t } = useTranslation()
  const number = useNumberText()
  const toast = useToast()
  const { scope } = useStocktakeWords()
  const preview = useQuery('stocktake.previewOpening', { id: stocktake.id })
  const run = useJob('stocktake.open')
  const opened = run.output
  useEffect(() => {
    if (!opened) return
    toast({ text: t('stocktake.opening.done', { shown: number(opened.expected) }) })
    run.clear()
    onClose()
  })
  const expected = preview.value?.expected ?? 0
  return (
    <Dialog
      title={t('stocktake.opening.title', { name: stocktake.name })}
      onClose={onClose}
      actions={
        !run.isRunning && (
          <>
            <Button
              kind="primary"
              disabled={!preview.value}
              onClick={() => void run.start({ id: stocktake.id })}
            >
              {t('stocktake.opening.submit', { shown: number(expected) })}
            </Button>
            <Button onClick={onClose}>{t('common.actions.cancel')}</Button>
          </>
        )
      }
    >
      <div className="stack">
        <p>{t('stocktake.opening.scope', { scope: scope(stocktake) })}</p>
        {preview.isLoading && <p className="soft">{t('stocktake.opening.counting')}</p>}
        {preview.value && (
          <p className="large">{t('stocktake.opening.expected', { shown: number(expected) })}</p>
        )}
        {preview.value && expected === 0 && <Notice icon="warning" text={t('stocktake.opening.nothing')} />}
        {preview.value?.overlaps.map(({ id, name, copies }) => (
          <Notice
            key={id}
            icon="warning"
            text={t('stocktake.opening.overlap', { name, shown: number(copies) })}
          />
        ))}
        <p className="soft">{t('stocktake.opening.fixed')}</p>
        <Failure of={preview.failure} />
        <JobProgress run={run} />
      </div>
    </Dialog>
  )
}
