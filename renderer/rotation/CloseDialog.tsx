import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { isoDateAt } from '../../shared/dates.ts'
import type { Shipment } from '../../shared/rotation/contract.ts'
import { useCommand } from '../app/operations.ts'
import { ActDialog } from '../ui/ActDialog.tsx'
import { DateField } from '../ui/DateField.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { useNumberText } from '../ui/use-number-text.ts'

type Props = { shipment: Shipment; onClose: () => void }

/** What did not come back is missing from here on: said in numbers before, and can be taken back. */
export function CloseDialog({ shipment, onClose }: Props) {
  const { t } = useTranslation()
  const number = useNumberText()
  const navigate = useNavigate()
  const toast = useToast()
  const close = useCommand('rotation.closeShipment')
  const reopen = useCommand('rotation.reopenShipment')
  const [closedOn, setClosedOn] = useState<string | null>(isoDateAt(Date.now()))
  const { id, rev, copies, back, damaged, missing, transferred } = shipment
  const away = copies - back - damaged - missing - transferred
  async function submit() {
    if (closedOn === null) return
    const answer = await close.run({ id, rev, closedOn, missing: away })
    if (!answer.ok) return
    toast({
      text: t('rotation.close.done', { number: shipment.number }),
      onUndo: async () => void (await reopen.run({ id, rev: rev + 1 })),
    })
    void navigate(`/rotation/${id}`)
  }
  return (
    <ActDialog
      title={t('rotation.close.title')}
      submit={t(away === 0 ? 'rotation.close.submit' : 'rotation.close.submitMissing', {
        count: away,
        shown: number(away),
      })}
      icon="check"
      isReady={closedOn !== null}
      isRunning={close.isRunning}
      failure={close.failure}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>
        {away === 0
          ? t('rotation.close.all', { back: number(back), damaged: number(damaged) })
          : t('rotation.close.missing', { count: away, shown: number(away) })}
      </p>
      <DateField label={t('rotation.fields.closedOn')} value={closedOn} onChange={setClosedOn} isRequired />
    </ActDialog>
  )
}
