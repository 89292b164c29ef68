import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { countsPages } from '../../shared/digitization/rules.ts'
import { ActDialog } from '../ui/ActDialog.tsx'
import { NumberField } from '../ui/NumberField.tsx'
import { TextField } from '../ui/TextField.tsx'
import type { JobRecord } from './JobPage.tsx'
import { MachineField } from './MachineField.tsx'
import { useFinish } from './use-finish.ts'

export function FinishDialog({ job, onClose }: { job: JobRecord; onClose: () => void }) {
  const { t } = useTranslation()
  const finish = useFinish()
  const known = job.events.find(({ pages, isUndone }) => pages !== null && !isUndone)?.pages ?? null
  const [pages, setPages] = useState(known)
  const [note, setNote] = useState('')
  const at = job.stages.findIndex(({ id }) => id === job.stageId)
  const next = job.stages[at + 1]
  async function submit() {
    const counted = countsPages(job.stageKind) ? pages : null
    if (await finish.run(job, { pages: counted, note })) onClose()
  }
  return (
    <ActDialog
      title={t('digitization.finish.title', { stage: job.stageName })}
      onClose={onClose}
      submit={
        next ? t('digitization.finish.submit', { next: next.name }) : t('digitization.finish.submitLast')
      }
      icon="check"
      isRunning={finish.isRunning}
      failure={finish.failure}
      onSubmit={submit}
    >
      {countsPages(job.stageKind) && (
        <NumberField
          label={t('digitization.finish.pages')}
          hint={t('digitization.finish.pagesHint')}
          value={pages}
          onChange={setPages}
        />
      )}
      <MachineField value={finish.machine} onChange={finish.setMachine} />
      <TextField
        label={t('digitization.fields.note')}
        maxLength={1000}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
    </ActDialog>
  )
}
