import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Plan } from '../../shared/digitization/contract.ts'
import { useCommand } from '../app/operations.ts'
import { Button } from '../ui/Button.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Failure } from '../ui/Failure.tsx'
import { TextArea, TextField } from '../ui/TextField.tsx'
import { useToast } from '../ui/Toasts.tsx'

export function PlanDialog({ plan, onClose }: { plan: Plan; onClose: () => void }) {
  const { t } = useTranslation()
  const toast = useToast()
  const save = useCommand('digitization.savePlan')
  const [decisionNumber, setNumber] = useState(plan.decisionNumber)
  const [approvedOn, setApproved] = useState(plan.approvedOn)
  const [note, setNote] = useState(plan.note)
  const { year, rev } = plan
  async function submit(event: FormEvent) {
    event.preventDefault()
    const answer = await save.run({ year, rev, decisionNumber, approvedOn, note })
    if (!answer.ok) return
    toast({ text: t('common.saved') })
    onClose()
  }
  return (
    <Dialog title={t('digitization.plan.title', { year })} onClose={onClose}>
      <form className="stack" onSubmit={(event) => void submit(event)}>
        <div className="form-grid">
          <TextField
            label={t('digitization.plan.decision')}
            maxLength={100}
            value={decisionNumber}
            onChange={(event) => setNumber(event.target.value)}
          />
          <DateField label={t('digitization.plan.approvedOn')} value={approvedOn} onChange={setApproved} />
        </div>
        <TextArea
          label={t('digitization.fields.note')}
          rows={3}
          maxLength={5000}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
        <Failure of={save.failure} />
        <div className="actions">
          <Button kind="primary" type="submit" icon="save" disabled={save.isRunning}>
            {t('common.actions.save')}
          </Button>
          <Button onClick={onClose}>{t('common.actions.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
