import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Sector } from '../../shared/association/contract.ts'
import { isoDateAt } from '../../shared/dates.ts'
import { useCommand } from '../app/operations.ts'
import { Button } from '../ui/Button.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { useNumberText } from '../ui/use-number-text.ts'

type Props = {
  year: number
  unreckoned: number
  withoutRate: readonly Sector[]
  onRates: () => void
  onClose: () => void
}

/** Says how many lines will stand in the ledger before it writes them, since none can be taken out again. */
export function ReckonDialog({ year, unreckoned, withoutRate, onRates, onClose }: Props) {
  const { t } = useTranslation()
  const number = useNumberText()
  const toast = useToast()
  const reckon = useCommand('association.reckonDues')
  const correct = useCommand('association.correctDues')
  const [on, setOn] = useState<string | null>(() => isoDateAt(Date.now()))
  async function run() {
    if (on === null) return
    const answer = await reckon.run({ year, on })
    if (!answer.ok) return
    const { ids, units, amountMinor } = answer.value
    toast({
      text: t('association.dues.reckoned', { units: number(units), amount: number(amountMinor) }),
      onUndo: async () => {
        for (const id of ids) await correct.run({ id, on, reason: t('association.dues.undone') })
      },
    })
    onClose()
  }
  return (
    <Dialog
      title={t('association.dues.reckonTitle', { year })}
      onClose={onClose}
      actions={
        <>
          <Button
            kind="primary"
            disabled={on === null || reckon.isRunning || unreckoned === 0}
            onClick={() => void run()}
          >
            {t('association.dues.reckon')}
          </Button>
          <Button onClick={onClose}>{t('common.actions.cancel')}</Button>
        </>
      }
    >
      {withoutRate.length > 0 && (
        <Notice
          icon="warning"
          text={t('association.dues.withoutRate', {
            year,
            sectors: withoutRate.map((each) => t(`association.sectors.${each}`)).join(', '),
          })}
        >
          <Button onClick={onRates}>{t('association.dues.setRates')}</Button>
        </Notice>
      )}
      <p>
        {unreckoned === 0 && withoutRate.length === 0
          ? t('association.errors.nothing_to_reckon', { year })
          : t('association.dues.reckonText', { shown: number(unreckoned), year })}
      </p>
      <DateField label={t('association.dues.reckonOn')} value={on} onChange={setOn} />
      <Failure of={reckon.failure} />
    </Dialog>
  )
}
