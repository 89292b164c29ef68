import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../app/operations.ts'
import { ActDialog } from '../ui/ActDialog.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import type { ManyProps } from './MoveJobsDialog.tsx'

export function CancelJobsDialog({ jobs, onClose, onDone }: ManyProps) {
  const { t } = useTranslation()
  const toast = useToast()
  const number = useNumberText()
  const cancel = useCommand('digitization.cancelJobs')
  const reopen = useCommand('digitization.reopenJobs')
  const [reason, setReason] = useState('')
  const shown = number(jobs.length)
  const ids = jobs.map(({ id }) => id)
  async function submit() {
    const answer = await cancel.run({ ids, reason })
    if (!answer.ok) return
    toast({
      text: t('digitization.acts.cancelled', { shown: number(answer.value.jobs) }),
      onUndo: async () => void (await reopen.run({ ids })),
    })
    onDone()
  }
  return (
    <ActDialog
      title={t('digitization.cancel.title', { shown })}
      onClose={onClose}
      submit={t('digitization.cancel.submit', { shown })}
      isReady={reason.trim() !== ''}
      isRunning={cancel.isRunning}
      failure={cancel.failure}
      onSubmit={submit}
    >
      <p>{t('digitization.cancel.text')}</p>
      <TextField
        label={t('digitization.fields.reason')}
        isRequired
        maxLength={1000}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </ActDialog>
  )
}
