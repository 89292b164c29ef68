import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { priorities } from '../../shared/digitization/rules.ts'
import { useCommand } from '../app/operations.ts'
import { ActDialog } from '../ui/ActDialog.tsx'
import { Select } from '../ui/Select.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { usePriorityWord } from './JobChips.tsx'
import type { ManyProps } from './MoveJobsDialog.tsx'

export function PriorityDialog({ jobs, onClose, onDone }: ManyProps) {
  const { t } = useTranslation()
  const toast = useToast()
  const number = useNumberText()
  const word = usePriorityWord()
  const prioritise = useCommand('digitization.prioritise')
  const [priority, setPriority] = useState(jobs[0]?.priority ?? 0)
  const shown = number(jobs.length)
  /** Each goes back to what it had, those that had the same together. */
  async function takeBack() {
    for (const former of priorities) {
      const ids = jobs.filter((job) => job.priority === former).map(({ id }) => id)
      if (ids.length > 0 && former !== priority) await prioritise.run({ ids, priority: former })
    }
  }
  async function submit() {
    const answer = await prioritise.run({ ids: jobs.map(({ id }) => id), priority })
    if (!answer.ok) return
    toast({
      text: t('digitization.acts.prioritised', { shown: number(answer.value.jobs) }),
      onUndo: takeBack,
    })
    onDone()
  }
  return (
    <ActDialog
      title={t('digitization.prioritise.title', { shown })}
      onClose={onClose}
      submit={t('digitization.prioritise.submit', { shown })}
      isRunning={prioritise.isRunning}
      failure={prioritise.failure}
      onSubmit={submit}
    >
      <Select
        label={t('digitization.fields.priority')}
        value={String(priority)}
        options={priorities.map((each) => ({ value: String(each), label: word(each) }))}
        onChange={(event) => setPriority(Number(event.target.value))}
      />
    </ActDialog>
  )
}
