import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isoDateAt } from '../../shared/dates.ts'
import type { Registration } from '../../shared/reports/contract.ts'
import type { Output } from '../app/operation-types.ts'
import { useCommand } from '../app/operations.ts'
import { ActDialog } from '../ui/ActDialog.tsx'
import { DateField } from '../ui/DateField.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useToast } from '../ui/Toasts.tsx'

type Props = {
  period: Output<'reports.period'>
  restatement: number | null
  registration: Registration | null
  onClose: () => void
}

/** Number and day as the clerical desk gave them; a correction says why. */
export function RegisterDialog({ period, restatement, registration, onClose }: Props) {
  const { t } = useTranslation()
  const toast = useToast()
  const register = useCommand('reports.register')
  const [number, setNumber] = useState(registration?.number ?? '')
  const [on, setOn] = useState<string | null>(registration?.on ?? isoDateAt(Date.now()))
  const [reason, setReason] = useState('')
  async function submit() {
    if (on === null) return
    const rev = registration?.rev ?? null
    const answer = await register.run({ periodId: period.id, restatement, rev, number, on, reason })
    if (!answer.ok) return
    toast({ text: t('reports.registration.saved') })
    onClose()
  }
  const isReasoned = registration === null || reason.trim() !== ''
  return (
    <ActDialog
      title={t(registration ? 'reports.registration.correct' : 'reports.registration.enter')}
      submit={t('reports.registration.submit')}
      isReady={number.trim() !== '' && on !== null && isReasoned}
      isRunning={register.isRunning}
      failure={register.failure}
      onSubmit={submit}
      onClose={onClose}
    >
      <p className="soft">{t('reports.registration.hint')}</p>
      <TextField
        label={t('reports.registration.number')}
        hint={t('reports.registration.numberHint', { symbol: period.sheet.symbol || 'BC-TV' })}
        isRequired
        autoFocus
        value={number}
        onChange={(event) => setNumber(event.target.value)}
      />
      <DateField label={t('reports.registration.on')} isRequired value={on} onChange={setOn} />
      {registration && (
        <TextField
          label={t('reports.registration.reason')}
          isRequired
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      )}
    </ActDialog>
  )
}
