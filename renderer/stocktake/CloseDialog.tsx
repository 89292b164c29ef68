import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { itemClasses } from '../../shared/stocktake/rules.ts'
import type { Stocktake } from '../../shared/stocktake/contract.ts'
import { JobProgress } from '../app/JobProgress.tsx'
import { useJob, useQuery } from '../app/operations.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Notice } from '../ui/Notice.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { WaitingNotice } from './WaitingNotice.tsx'

/** What closing writes down, in numbers, before it does. */
export function CloseDialog({ stocktake, onClose }: { stocktake: Stocktake; onClose: () => void }) {
  const { t } = useTranslation()
  const number = useNumberText()
  const toast = useToast()
  const [minutesNumber, setNumber] = useState(stocktake.minutesNumber)
  const preview = useQuery('stocktake.previewClosing', { id: stocktake.id })
  const run = useJob('stocktake.close')
  const closed = run.output
  useEffect(() => {
    if (!closed) return
    toast({ text: t('stocktake.closing.done', { shown: number(closed.classes.missing ?? 0) }) })
    run.clear()
    onClose()
  })
  const classes = preview.value?.classes ?? {}
  const comeBack = preview.value?.comeBack ?? 0
  return (
    <Dialog
      title={t('stocktake.closing.title', { name: stocktake.name })}
      onClose={onClose}
      actions={
        !run.isRunning && (
          <>
            <Button
              kind="primary"
              disabled={!preview.value}
              onClick={() => void run.start({ id: stocktake.id, minutesNumber })}
            >
              {t('stocktake.closing.submit', { shown: number(classes.missing ?? 0) })}
            </Button>
            <Button onClick={onClose}>{t('common.actions.cancel')}</Button>
          </>
        )
      }
    >
      <div className="stack">
        <WaitingNotice stocktake={stocktake} />
        {preview.isLoading && <p className="soft">{t('stocktake.opening.counting')}</p>}
        {preview.value && (
          <dl className="tally">
            {itemClasses
              .filter((each) => (classes[each] ?? 0) > 0)
              .map((each) => (
                <div key={each}>
                  <dt>{t(`stocktake.classes.${each}`)}</dt>
                  <dd>{number(classes[each] ?? 0)}</dd>
                </div>
              ))}
          </dl>
        )}
        {comeBack > 0 && (
          <Notice icon="check" text={t('stocktake.closing.comeBack', { shown: number(comeBack) })} />
        )}
        <p>{t('stocktake.closing.text')}</p>
        <TextField
          label={t('stocktake.fields.minutesNumber')}
          hint={t('stocktake.closing.numberHint')}
          value={minutesNumber}
          maxLength={100}
          onChange={(event) => setNumber(event.target.value)}
        />
        <Failure of={preview.failure} />
        <JobProgress run={run} />
      </div>
    </Dialog>
  )
}
