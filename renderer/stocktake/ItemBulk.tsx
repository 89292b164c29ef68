import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { Item, ItemFilters, Stocktake } from '../../shared/stocktake/contract.ts'
import { JobProgress } from '../app/JobProgress.tsx'
import { useJob } from '../app/operations.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { useToast } from '../ui/Toasts.tsx'
import type { Choice } from '../ui/use-choice.ts'
import { useNumberText } from '../ui/use-number-text.ts'

type Act = 'mark_missing' | 'move'
type Props = { stocktake: Stocktake; filters: ItemFilters; choice: Choice<Item>; total: number }

const actOf: Partial<Record<ItemFilters['class'], Act>> = { missing: 'mark_missing', misplaced: 'move' }
/** What can still be withdrawn: it is in the stock, though nobody found it or it stands wrong. */
const withdrawable: ItemFilters['class'][] = ['missing', 'misplaced', 'unexpected', 'found', 'new_since']

/** What follows from a finding: by number, for those chosen or for all of the class. */
export function ItemBulk({ stocktake, filters, choice, total }: Props) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const number = useNumberText()
  const [isAsking, setAsking] = useState(false)
  const act = actOf[filters.class]
  const chosen = choice.isAll ? [] : choice.rows
  const count = choice.count > 0 ? choice.count : total
  const mayWithdraw = withdrawable.includes(filters.class) && chosen.length > 0
  if (!act && !mayWithdraw) return null
  function withdraw() {
    const copies = chosen.flatMap(({ copyId, accessionNumber, title, priceMinor, goneOn }) =>
      copyId === null || goneOn !== null ? [] : [{ id: copyId, accessionNumber, title, priceMinor }],
    )
    void navigate('/copies/withdrawals/new', { state: { copies } })
  }
  return (
    <div className="notice quiet no-print" role="toolbar" aria-label={t('stocktake.bulk.label')}>
      <strong>
        {choice.count > 0
          ? t('copies.bulk.chosen', { count: choice.count, shown: number(choice.count) })
          : t('stocktake.bulk.all', { shown: number(total) })}
      </strong>
      <span className="spacer" />
      {act && (
        <Button aria-haspopup="dialog" disabled={count === 0} onClick={() => setAsking(true)}>
          {t(`stocktake.bulk.${act}`, { shown: number(count) })}
        </Button>
      )}
      {withdrawable.includes(filters.class) && (
        <Button disabled={!mayWithdraw} title={t('stocktake.bulk.withdrawHint')} onClick={withdraw}>
          {t('copies.bulk.withdraw')}
        </Button>
      )}
      {choice.count > 0 && (
        <Button kind="quiet" onClick={choice.clear}>
          {t('copies.bulk.clear')}
        </Button>
      )}
      {isAsking && act && (
        <SettleDialog
          stocktake={stocktake}
          act={act}
          count={count}
          itemIds={chosen.length > 0 ? chosen.map(({ id }) => id) : null}
          onClose={() => {
            setAsking(false)
            choice.clear()
          }}
        />
      )}
    </div>
  )
}

type SettleProps = {
  stocktake: Stocktake
  act: Act
  count: number
  itemIds: number[] | null
  onClose: () => void
}

function SettleDialog({ stocktake: { id }, act, count, itemIds, onClose }: SettleProps) {
  const { t } = useTranslation()
  const number = useNumberText()
  const toast = useToast()
  const run = useJob('stocktake.settle')
  const undo = useJob('stocktake.unsettle')
  const words = { shown: number(count) }
  const done = run.output
  useEffect(() => {
    if (!done) return
    toast({
      text: t(`stocktake.bulk.done.${act}`, { shown: number(done.copies), skipped: number(done.skipped) }),
      onUndo: () => void undo.start({ id }),
    })
    run.clear()
    onClose()
  })
  return (
    <Dialog
      title={t(`stocktake.bulk.title.${act}`, words)}
      onClose={onClose}
      actions={
        !run.isRunning && (
          <>
            <Button kind="primary" onClick={() => void run.start({ id, act, itemIds })}>
              {t(`stocktake.bulk.${act}`, words)}
            </Button>
            <Button onClick={onClose}>{t('common.actions.cancel')}</Button>
          </>
        )
      }
    >
      <div className="stack">
        <p>{t(`stocktake.bulk.text.${act}`, words)}</p>
        <JobProgress run={run} />
      </div>
    </Dialog>
  )
}
