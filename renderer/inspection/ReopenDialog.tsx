import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../app/operations.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Failure } from '../ui/Failure.tsx'
import { TextArea } from '../ui/TextField.tsx'
import type { InspectionRecord } from './InspectionPage.tsx'

/** The verdict is taken out again; why stays written down. */
export function ReopenDialog({ inspection, onClose }: { inspection: InspectionRecord; onClose: () => void }) {
  const { t } = useTranslation()
  const reopen = useCommand('inspection.reopen')
  const [reason, setReason] = useState('')
  async function submit(event: FormEvent) {
    event.preventDefault()
    if ((await reopen.run({ id: inspection.id, reason })).ok) onClose()
  }
  return (
    <Dialog title={t('inspection.reopening.title', { name: inspection.name })} onClose={onClose}>
      <form className="stack" onSubmit={(event) => void submit(event)}>
        <p>{t('inspection.reopening.text')}</p>
        <TextArea
          label={t('inspection.fields.reopenReason')}
          isRequired
          rows={2}
          maxLength={1000}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <Failure of={reopen.failure} />
        <div className="actions">
          <Button kind="primary" type="submit" disabled={reason.trim() === '' || reopen.isRunning}>
            {t('inspection.acts.reopen')}
          </Button>
          <Button onClick={onClose}>{t('common.actions.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
