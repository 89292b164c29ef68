import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../app/operations.ts'
import { ActDialog } from '../ui/ActDialog.tsx'
import { Select } from '../ui/Select.tsx'
import { TextArea } from '../ui/TextField.tsx'
import { useToast } from '../ui/Toasts.tsx'
import type { JobRecord } from './JobPage.tsx'

/** Back to a stage before, usually the scanning, and why. */
export function SendBackDialog({ job, onClose }: { job: JobRecord; onClose: () => void }) {
  const { t } = useTranslation()
  const toast = useToast()
  const sendBack = useCommand('digitization.sendBack')
  const recall = useCommand('digitization.recall')
  const at = job.stages.findIndex(({ id }) => id === job.stageId)
  const before = job.stages.slice(0, at)
  const usual = before.find(({ kind }) => kind === 'scan') ?? before.at(-1)
  const [toStageId, setTo] = useState(usual?.id ?? 0)
  const [reason, setReason] = useState('')
  const stage = before.find(({ id }) => id === toStageId)?.name ?? ''
  async function submit() {
    const answer = await sendBack.run({ id: job.id, stageId: job.stageId, toStageId, reason })
    if (!answer.ok) return
    const { eventId } = answer.value
    toast({
      text: t('digitization.acts.sentBack', { code: job.code, stage }),
      onUndo: async () => void (await recall.run({ eventId })),
    })
    onClose()
  }
  return (
    <ActDialog
      title={t('digitization.sendBack.title', { code: job.code })}
      onClose={onClose}
      submit={t('digitization.sendBack.submit', { stage })}
      isReady={reason.trim() !== ''}
      isRunning={sendBack.isRunning}
      failure={sendBack.failure}
      onSubmit={submit}
    >
      <Select
        label={t('digitization.sendBack.to')}
        value={String(toStageId)}
        options={before.map(({ id, name }) => ({ value: String(id), label: name }))}
        onChange={(event) => setTo(Number(event.target.value))}
      />
      <TextArea
        label={t('digitization.sendBack.reason')}
        isRequired
        rows={2}
        maxLength={1000}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </ActDialog>
  )
}
