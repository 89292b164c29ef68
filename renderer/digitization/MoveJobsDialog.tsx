import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Job } from '../../shared/digitization/contract.ts'
import { stageKinds, type StageKind } from '../../shared/digitization/rules.ts'
import { useCommand } from '../app/operations.ts'
import { ActDialog } from '../ui/ActDialog.tsx'
import { Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { useNumberText } from '../ui/use-number-text.ts'

export type ManyProps = { jobs: Job[]; onClose: () => void; onDone: () => void }

/** Many to one kind of work, whichever template each follows. */
export function MoveJobsDialog({ jobs, onClose, onDone }: ManyProps) {
  const { t } = useTranslation()
  const toast = useToast()
  const number = useNumberText()
  const move = useCommand('digitization.move')
  const undo = useCommand('digitization.undoMove')
  const [to, setTo] = useState<StageKind>(nextOf(jobs))
  const [reason, setReason] = useState('')
  const shown = number(jobs.length)
  async function takeBack(actId: number) {
    const answer = await undo.run({ actId })
    if (!answer.ok) return
    const { jobs: back, left } = answer.value
    const words = { shown: number(back), left: number(left) }
    toast({ text: t(left > 0 ? 'digitization.acts.moveLeft' : 'digitization.acts.moveUndone', words) })
  }
  async function submit() {
    const answer = await move.run({ ids: jobs.map(({ id }) => id), to, reason })
    if (!answer.ok) return
    const { jobs: moved, actId } = answer.value
    toast({
      text: t('digitization.acts.moved', { shown: number(moved), stage: t(`digitization.kinds.${to}`) }),
      onUndo: () => takeBack(actId),
    })
    onDone()
  }
  return (
    <ActDialog
      title={t('digitization.move.title', { shown })}
      onClose={onClose}
      submit={t('digitization.move.submit', { shown })}
      isRunning={move.isRunning}
      failure={move.failure}
      onSubmit={submit}
    >
      <p>{t('digitization.move.text')}</p>
      <Select
        label={t('digitization.move.to')}
        value={to}
        options={stageKinds.map((each) => ({ value: each, label: t(`digitization.kinds.${each}`) }))}
        onChange={(event) => setTo(stageKinds.find((each) => each === event.target.value) ?? to)}
      />
      <TextField
        label={t('digitization.fields.reason')}
        maxLength={1000}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </ActDialog>
  )
}

/** What usually follows where the first of them stands. */
function nextOf([first]: readonly Job[]): StageKind {
  const at = first ? stageKinds.indexOf(first.stageKind) : 0
  return stageKinds[Math.min(at + 1, stageKinds.length - 1)] ?? 'scan'
}
