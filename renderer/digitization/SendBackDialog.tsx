import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../app/operations.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Failure } from '../ui/Failure.tsx'
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
  async function submit(event: FormEvent) {
    event.preventDefault()
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
    <Dialog title={t('digitization.sendBack.title', { code: job.code })} onClose={onClose}>
      <form className="stack" onSubmit={(event) => void submit(event)}>
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
        <Failure of={sendBack.failure} />
        <div className="actions">
          <Button kind="primary" type="submit" disabled={reason.trim() === '' || sendBack.isRunning}>
            {t('digitization.sendBack.submit', { stage })}
          </Button>
          <Button onClick={onClose}>{t('common.actions.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
