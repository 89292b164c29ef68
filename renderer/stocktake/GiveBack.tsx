import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Stocktake } from '../../shared/stocktake/contract.ts'
import { JobProgress } from '../app/JobProgress.tsx'
import { useJob, useQuery } from '../app/operations.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { useNumberText } from '../ui/use-number-text.ts'

export type Act = 'mark_missing' | 'move'
const classOf = { mark_missing: 'missing', move: 'misplaced' } as const

type Props = { stocktake: Stocktake; act: Act }

/** What was written into the copies is taken back, also when the toast that offered it has long gone. */
export function GiveBack({ stocktake: { id }, act }: Props) {
  const { t } = useTranslation()
  const number = useNumberText()
  const [isAsking, setAsking] = useState(false)
  const settled = useQuery('stocktake.items', {
    id,
    filters: { class: classOf[act], isSettled: true },
    limit: 1,
  })
  const count = settled.value?.total.count ?? 0
  return (
    <>
      {count > 0 && (
        <Button kind="quiet" icon="restore" aria-haspopup="dialog" onClick={() => setAsking(true)}>
          {t('stocktake.bulk.giveBack', { shown: number(count) })}
        </Button>
      )}
      {isAsking && <GiveBackDialog id={id} act={act} count={count} onClose={() => setAsking(false)} />}
    </>
  )
}

type DialogProps = { id: number; act: Act; count: number; onClose: () => void }

function GiveBackDialog({ id, act, count, onClose }: DialogProps) {
  const { t } = useTranslation()
  const number = useNumberText()
  const toast = useToast()
  const run = useJob('stocktake.unsettle')
  const words = { shown: number(count) }
  const done = run.output
  useEffect(() => {
    if (!done) return
    toast({ text: t('stocktake.bulk.gaveBack', { shown: number(done.copies) }) })
    run.clear()
    onClose()
  })
  return (
    <Dialog
      title={t('stocktake.bulk.giveBackTitle', words)}
      onClose={onClose}
      actions={
        !run.isRunning && (
          <>
            <Button kind="primary" onClick={() => void run.start({ id, act })}>
              {t('stocktake.bulk.giveBack', words)}
            </Button>
            <Button onClick={onClose}>{t('common.actions.cancel')}</Button>
          </>
        )
      }
    >
      <div className="stack">
        <p>{t(`stocktake.bulk.giveBackText.${act}`, words)}</p>
        <JobProgress run={run} />
      </div>
    </Dialog>
  )
}
