import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Plan } from '../../shared/digitization/contract.ts'
import { useCommand } from '../app/operations.ts'
import { ActDialog } from '../ui/ActDialog.tsx'
import { DateField } from '../ui/DateField.tsx'
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
  async function submit() {
    const answer = await save.run({ year, rev, decisionNumber, approvedOn, note })
    if (!answer.ok) return
    toast({ text: t('common.saved') })
    onClose()
  }
  return (
    <ActDialog
      title={t('digitization.plan.title', { year })}
      onClose={onClose}
      submit={t('common.actions.save')}
      icon="save"
      isRunning={save.isRunning}
      failure={save.failure}
      onSubmit={submit}
    >
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
    </ActDialog>
  )
}
