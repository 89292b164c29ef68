import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { JobProgress } from '../app/JobProgress.tsx'
import { useCommand, useJob } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { useSavedFile } from '../app/use-saved-file.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Menu } from '../ui/Menu.tsx'
import { CancelJobsDialog } from './CancelJobsDialog.tsx'
import { FinishDialog } from './FinishDialog.tsx'
import { JobEditDialog } from './JobEditDialog.tsx'
import type { JobRecord } from './JobPage.tsx'
import { MoveJobsDialog } from './MoveJobsDialog.tsx'
import { PriorityDialog } from './PriorityDialog.tsx'
import { SendBackDialog } from './SendBackDialog.tsx'

type Open = 'finish' | 'sendBack' | 'edit' | 'move' | 'priority' | 'cancel'

/** What may be done with one job, the usual first. */
export function JobActs({ job }: { job: JobRecord }) {
  const { t } = useTranslation()
  const can = useCan()
  const [open, setOpen] = useState<Open | null>(null)
  const take = useCommand('digitization.take')
  const handBack = useCommand('digitization.handBack')
  const reopen = useCommand('digitization.reopenJobs')
  const slips = useJob('digitization.printSlips')
  useSavedFile(slips.output?.file, slips.clear)
  const ids = [job.id]
  const isOpen = job.state === 'open'
  const mayWork = can('digitization.work') && isOpen
  const mayWrite = can('digitization.write')
  const close = () => setOpen(null)
  const many = { jobs: [job], onClose: close, onDone: close }
  const isFirst = job.stages[0]?.id === job.stageId
  return (
    <>
      {mayWork && (
        <>
          {job.takenById === null ? (
            <Button disabled={take.isRunning} onClick={() => void take.run({ ids })}>
              {t('digitization.acts.take')}
            </Button>
          ) : (
            <Button disabled={handBack.isRunning} onClick={() => void handBack.run({ ids })}>
              {t('digitization.acts.handBack')}
            </Button>
          )}
          {!isFirst && (
            <Button icon="back" onClick={() => setOpen('sendBack')}>
              {t('digitization.acts.sendBack')}
            </Button>
          )}
          <Button kind="primary" icon="check" onClick={() => setOpen('finish')}>
            {t('digitization.acts.finish')}
          </Button>
        </>
      )}
      {mayWrite && !isOpen && (
        <Button icon="restore" disabled={reopen.isRunning} onClick={() => void reopen.run({ ids })}>
          {t('digitization.acts.reopen')}
        </Button>
      )}
      <IconButton
        icon="print"
        label={t('digitization.acts.slips')}
        disabled={slips.isRunning}
        onClick={() => void slips.start({ source: { ids } })}
      />
      {mayWrite && isOpen && (
        <Menu
          label={t('common.actions.more')}
          buttonClass="button"
          button={t('common.actions.more')}
          items={[
            { key: 'edit', label: t('digitization.acts.edit'), icon: 'edit', onPick: () => setOpen('edit') },
            {
              key: 'move',
              label: t('digitization.acts.move'),
              icon: 'forward',
              onPick: () => setOpen('move'),
            },
            {
              key: 'priority',
              label: t('digitization.acts.prioritise'),
              icon: 'up',
              onPick: () => setOpen('priority'),
            },
            { key: 'line', isLine: true },
            {
              key: 'cancel',
              label: t('digitization.acts.cancel'),
              icon: 'close',
              onPick: () => setOpen('cancel'),
            },
          ]}
        />
      )}
      <Failure of={take.failure ?? handBack.failure ?? reopen.failure} />
      <JobProgress run={slips} />
      {open === 'finish' && <FinishDialog job={job} onClose={close} />}
      {open === 'sendBack' && <SendBackDialog job={job} onClose={close} />}
      {open === 'edit' && <JobEditDialog job={job} onClose={close} />}
      {open === 'move' && <MoveJobsDialog {...many} />}
      {open === 'priority' && <PriorityDialog {...many} />}
      {open === 'cancel' && <CancelJobsDialog {...many} />}
    </>
  )
}
