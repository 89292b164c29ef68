import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../app/operations.ts'
import { ActDialog } from '../ui/ActDialog.tsx'
import { TextArea } from '../ui/TextField.tsx'
import type { InspectionRecord } from './InspectionPage.tsx'

/** The verdict is taken out again; why stays written down. */
export function ReopenDialog({ inspection, onClose }: { inspection: InspectionRecord; onClose: () => void }) {
  const { t } = useTranslation()
  const reopen = useCommand('inspection.reopen')
  const [reason, setReason] = useState('')
  async function submit() {
    if ((await reopen.run({ id: inspection.id, reason })).ok) onClose()
  }
  return (
    <ActDialog
      title={t('inspection.reopening.title', { name: inspection.name })}
      onClose={onClose}
      submit={t('inspection.acts.reopen')}
      isReady={reason.trim() !== ''}
      isRunning={reopen.isRunning}
      failure={reopen.failure}
      onSubmit={submit}
    >
      <p>{t('inspection.reopening.text')}</p>
      <TextArea
        label={t('inspection.fields.reopenReason')}
        isRequired
        rows={2}
        maxLength={1000}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </ActDialog>
  )
}
