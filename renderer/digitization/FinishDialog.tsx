import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { countsPages } from '../../shared/digitization/rules.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Failure } from '../ui/Failure.tsx'
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
  async function submit(event: FormEvent) {
    event.preventDefault()
    const counted = countsPages(job.stageKind) ? pages : null
    if (await finish.run(job, { pages: counted, note })) onClose()
  }
  return (
    <Dialog title={t('digitization.finish.title', { stage: job.stageName })} onClose={onClose}>
      <form className="stack" onSubmit={(event) => void submit(event)}>
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
        <Failure of={finish.failure} />
        <div className="actions">
          <Button kind="primary" type="submit" icon="check" disabled={finish.isRunning}>
            {next
              ? t('digitization.finish.submit', { next: next.name })
              : t('digitization.finish.submitLast')}
          </Button>
          <Button onClick={onClose}>{t('common.actions.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
