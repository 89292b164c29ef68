import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { priorityClasses } from '../../shared/digitization/contract.ts'
import { useCommand } from '../app/operations.ts'
import { ActDialog } from '../ui/ActDialog.tsx'
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
  async function submit() {
    const { id, rev } = job
    const answer = await update.run({ id, rev, class: priorityClass, expectedPages })
    if (!answer.ok) return
    toast({ text: t('common.saved') })
    onClose()
  }
  return (
    <ActDialog
      title={t('digitization.edit.title', { code: job.code })}
      onClose={onClose}
      submit={t('common.actions.save')}
      icon="save"
      isRunning={update.isRunning}
      failure={update.failure}
      onSubmit={submit}
    >
      <Select
        label={t('digitization.fields.class')}
        value={priorityClass}
        options={priorityClasses.map((each) => ({ value: each, label: t(`digitization.classes.${each}`) }))}
        onChange={(event) =>
          setClass(priorityClasses.find((each) => each === event.target.value) ?? priorityClass)
        }
      />
      <NumberField label={t('digitization.fields.expectedPages')} value={expectedPages} onChange={setPages} />
    </ActDialog>
  )
}
