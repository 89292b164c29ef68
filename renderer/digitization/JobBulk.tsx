import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Job } from '../../shared/digitization/contract.ts'
import { JobProgress } from '../app/JobProgress.tsx'
import { useCommand, useJob } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { useSavedFile } from '../app/use-saved-file.ts'
import { Button } from '../ui/Button.tsx'
import { ChosenBar } from '../ui/ChosenBar.tsx'
import { Failure } from '../ui/Failure.tsx'
import { useToast } from '../ui/Toasts.tsx'
import type { Choice } from '../ui/use-choice.ts'
import { useNumberText } from '../ui/use-number-text.ts'
import { CancelJobsDialog } from './CancelJobsDialog.tsx'
import { MoveJobsDialog } from './MoveJobsDialog.tsx'
import { PriorityDialog } from './PriorityDialog.tsx'

/** What can be done with the chosen jobs at once. */
export function JobBulk({ choice }: { choice: Choice<Job> }) {
  const { t } = useTranslation()
  const can = useCan()
  const [open, setOpen] = useState<'move' | 'priority' | 'cancel' | null>(null)
  const acts = useActs(choice)
  const slips = useJob('digitization.printSlips')
  useSavedFile(slips.output?.file, slips.clear)
  const jobs = choice.rows
  const areOpen = jobs.every(({ state }) => state === 'open')
  const areShut = jobs.every(({ state }) => state !== 'open')
  const close = () => setOpen(null)
  const end = () => {
    close()
    choice.clear()
  }
  return (
    <>
      <ChosenBar choice={choice}>
        {can('digitization.work') && areOpen && (
          <>
            <Button disabled={acts.isRunning} onClick={() => void acts.take()}>
              {t('digitization.acts.take')}
            </Button>
            <Button disabled={acts.isRunning} onClick={() => void acts.handBack()}>
              {t('digitization.acts.handBack')}
            </Button>
          </>
        )}
        {can('digitization.write') && areOpen && (
          <>
            <Button icon="forward" onClick={() => setOpen('move')}>
              {t('digitization.acts.move')}
            </Button>
            <Button onClick={() => setOpen('priority')}>{t('digitization.acts.prioritise')}</Button>
            <Button onClick={() => setOpen('cancel')}>{t('digitization.acts.cancel')}</Button>
          </>
        )}
        {can('digitization.write') && areShut && (
          <Button icon="restore" disabled={acts.isRunning} onClick={() => void acts.reopen()}>
            {t('digitization.acts.reopen')}
          </Button>
        )}
        <Button
          icon="print"
          disabled={slips.isRunning}
          onClick={() => void slips.start({ source: { ids: jobs.map(({ id }) => id) } })}
        >
          {t('digitization.acts.slips')}
        </Button>
      </ChosenBar>
      <Failure of={acts.failure} />
      <JobProgress run={slips} />
      {open === 'move' && <MoveJobsDialog jobs={jobs} onClose={close} onDone={end} />}
      {open === 'priority' && <PriorityDialog jobs={jobs} onClose={close} onDone={end} />}
      {open === 'cancel' && <CancelJobsDialog jobs={jobs} onClose={close} onDone={end} />}
    </>
  )
}

/** The acts that ask nothing; each says what it did and how to undo it. */
function useActs(choice: Choice<Job>) {
  const { t } = useTranslation()
  const toast = useToast()
  const number = useNumberText()
  const take = useCommand('digitization.take')
  const handBack = useCommand('digitization.handBack')
  const reopen = useCommand('digitization.reopenJobs')
  const ids = choice.rows.map(({ id }) => id)
  return {
    failure: take.failure ?? handBack.failure ?? reopen.failure,
    isRunning: take.isRunning || handBack.isRunning || reopen.isRunning,
    async take() {
      const free = choice.rows.filter(({ takenById }) => takenById === null).map(({ id }) => id)
      const answer = await take.run({ ids })
      if (!answer.ok) return
      toast({
        text: t('digitization.acts.taken', { shown: number(answer.value.jobs) }),
        onUndo: async () => void (free.length > 0 && (await handBack.run({ ids: free }))),
      })
      choice.clear()
    },
    async handBack() {
      const answer = await handBack.run({ ids })
      if (!answer.ok) return
      toast({ text: t('digitization.acts.handedBack', { shown: number(answer.value.jobs) }) })
      choice.clear()
    },
    async reopen() {
      const answer = await reopen.run({ ids })
      if (!answer.ok) return
      toast({ text: t('digitization.acts.reopened', { shown: number(answer.value.jobs) }) })
      choice.clear()
    },
  }
}
