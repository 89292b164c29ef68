import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { priorityClasses } from '../../shared/digitization/contract.ts'
import { useCommand } from '../app/operations.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Failure } from '../ui/Failure.tsx'
import { NumberField } from '../ui/NumberField.tsx'
import { Select } from '../ui/Select.tsx'
import { useToast } from '../ui/Toasts.tsx'
import type { JobRecord } from './JobPage.tsx'

export function JobEditDialog({ job, onClose }: { job: JobRecord; onClose: () => void }) {
  const { t } = useTranslation()
  const toast = useToast()
  const update = useCommand('digitization.updateJob')
  const [priorityClass, setClass] = useState(job.class)
  const [expectedPages, setPages] = useState(job.expectedPages)
  async function submit(event: FormEvent) {
    event.preventDefault()
    const { id, rev } = job
    const answer = await update.run({ id, rev, class: priorityClass, expectedPages })
    if (!answer.ok) return
    toast({ text: t('common.saved') })
    onClose()
  }
  return (
    <Dialog title={t('digitization.edit.title', { code: job.code })} onClose={onClose}>
      <form className="stack" onSubmit={(event) => void submit(event)}>
        <Select
          label={t('digitization.fields.class')}
          value={priorityClass}
          options={priorityClasses.map((each) => ({ value: each, label: t(`digitization.classes.${each}`) }))}
          onChange={(event) =>
            setClass(priorityClasses.find((each) => each === event.target.value) ?? priorityClass)
          }
        />
        <NumberField
          label={t('digitization.fields.expectedPages')}
          value={expectedPages}
          onChange={setPages}
        />
        <Failure of={update.failure} />
        <div className="actions">
          <Button kind="primary" type="submit" icon="save" disabled={update.isRunning}>
            {t('common.actions.save')}
          </Button>
          <Button onClick={onClose}>{t('common.actions.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
