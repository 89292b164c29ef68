import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../app/operations.ts'
import { ActDialog } from '../ui/ActDialog.tsx'
import { TextArea } from '../ui/TextField.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import type { InspectionRecord } from './InspectionPage.tsx'

type Props = { inspection: InspectionRecord; jobs: 'bad' | 'whole'; onClose: () => void }

/** Jobs with findings, or the whole lot, back to the stage of scanning with the reason. */
export function SendBackDialog({ inspection, jobs, onClose }: Props) {
  const { t } = useTranslation()
  const number = useNumberText()
  const toast = useToast()
  const sendBack = useCommand('inspection.sendBack')
  const undo = useCommand('inspection.undoSendBack')
  const [reason, setReason] = useState(t('inspection.sending.usual', { name: inspection.name }))
  const { id } = inspection
  const shown = number(jobs === 'whole' ? inspection.jobs : inspection.toSendBack)
  async function submit() {
    const answer = await sendBack.run({ id, jobs, reason })
    if (!answer.ok) return
    const { actId, jobs: sent, left } = answer.value
    const words = { shown: number(sent), left: number(left) }
    toast({
      text: t(left === 0 ? 'inspection.sending.done' : 'inspection.sending.doneSome', words),
      onUndo: async () => void (await undo.run({ id, actId })),
    })
    onClose()
  }
  return (
    <ActDialog
      title={t(jobs === 'whole' ? 'inspection.sending.titleWhole' : 'inspection.sending.title', { shown })}
      onClose={onClose}
      submit={t('inspection.sending.submit', { shown })}
      isReady={reason.trim() !== ''}
      isRunning={sendBack.isRunning}
      failure={sendBack.failure}
      onSubmit={submit}
    >
      <p>{t('inspection.sending.text', { shown })}</p>
      <TextArea
        label={t('inspection.sending.reason')}
        isRequired
        rows={2}
        maxLength={1000}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </ActDialog>
  )
}
