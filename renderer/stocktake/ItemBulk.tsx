import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { Item, ItemFilters, Stocktake } from '../../shared/stocktake/contract.ts'
import { JobProgress } from '../app/JobProgress.tsx'
import { useJob, useQuery } from '../app/operations.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { choiceLimit, type Choice } from '../ui/use-choice.ts'
import { useNumberText } from '../ui/use-number-text.ts'
import { GiveBack, type Act } from './GiveBack.tsx'

type Props = {
  stocktake: Stocktake
  filters: ItemFilters
  choice: Choice<Item>
  load: (first: number, last: number) => Promise<Item[]>
}

const actOf: Partial<Record<ItemFilters['class'], Act>> = { missing: 'mark_missing', misplaced: 'move' }
/** What can still be withdrawn: it is in the stock, though nobody found it or it stands wrong. */
const withdrawable: ItemFilters['class'][] = ['missing', 'misplaced', 'unexpected', 'found', 'new_since']

/** What follows from a finding: by number, for those chosen or for all of the class. */
export function ItemBulk({ stocktake, filters, choice, load }: Props) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const number = useNumberText()
  const [isAsking, setAsking] = useState(false)
  const act = actOf[filters.class]
  const chosen = choice.isAll ? [] : choice.rows
  // Those that something was done about already are not asked about again.
  const left = useQuery('stocktake.items', {
    id: stocktake.id,
    filters: { ...filters, isSettled: false },
    limit: 1,
  })
  const count = chosen.length > 0 ? chosen.length : (left.value?.total.count ?? 0)
  const isWithdrawable = withdrawable.includes(filters.class)
  const mayWithdraw = choice.count > 0 && choice.count <= choiceLimit
  if (!act && !isWithdrawable) return null
  async function withdraw() {
    const rows = choice.isAll ? await load(0, choice.count - 1) : chosen
    const copies = rows.flatMap(({ copyId, accessionNumber, title, priceMinor, goneOn }) =>
      copyId === null || goneOn !== null ? [] : [{ id: copyId, accessionNumber, title, priceMinor }],
    )
    void navigate('/copies/withdrawals/new', { state: { copies } })
  }
  return (
    <div className="notice quiet no-print" role="toolbar" aria-label={t('stocktake.bulk.label')}>
      <strong>
        {choice.count > 0
          ? t('copies.bulk.chosen', { count: choice.count, shown: number(choice.count) })
          : t('stocktake.bulk.all', { shown: number(count) })}
      </strong>
      <span className="spacer" />
      {act && (
        <Button aria-haspopup="dialog" disabled={count === 0} onClick={() => setAsking(true)}>
          {t(`stocktake.bulk.${act}`, { shown: number(count) })}
        </Button>
      )}
      {isWithdrawable && (
        <Button
          disabled={!mayWithdraw}
          title={t('stocktake.bulk.withdrawHint', { shown: number(choiceLimit) })}
          onClick={() => void withdraw()}
        >
          {t('copies.bulk.withdraw')}
        </Button>
      )}
      {act && choice.count === 0 && <GiveBack stocktake={stocktake} act={act} />}
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
          filters={filters}
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
  filters: ItemFilters
  onClose: () => void
}

function SettleDialog({ stocktake: { id }, act, count, itemIds, filters, onClose }: SettleProps) {
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
      onUndo: () => void undo.start({ id, settledBy: run.job?.id ?? null }),
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
            <Button kind="primary" onClick={() => void run.start({ id, act, itemIds, filters })}>
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
