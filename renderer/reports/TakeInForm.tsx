import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FileTicket } from '../../shared/door.ts'
import { useEngine } from '../app/engine.tsx'
import { JobProgress } from '../app/JobProgress.tsx'
import { useJob } from '../app/operations.ts'
import { Button } from '../ui/Button.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { FilledFormDialog } from './FilledFormDialog.tsx'

/** A form that a unit filled in: looked at, complained about cell by cell, and only then taken in. */
export function TakeInForm({ onTaken }: { onTaken: (period: string) => void }) {
  const { t } = useTranslation()
  const { door } = useEngine()
  const toast = useToast()
  const reading = useJob('reports.readForm')
  const [file, setFile] = useState<FileTicket | null>(null)
  async function look(given: FileTicket | null) {
    if (!given) return
    setFile(given)
    await reading.start({ file: given })
  }
  return (
    <>
      <Button icon="add" disabled={reading.isRunning} onClick={() => void door.pickFile('.xlsx').then(look)}>
        {t('reports.form.takeIn')}
      </Button>
      <JobProgress run={reading} />
      {reading.output && file && (
        <FilledFormDialog
          form={reading.output}
          file={file}
          onTaken={(period) => {
            reading.clear()
            toast({ text: t('reports.form.taken') })
            onTaken(period)
          }}
          onClose={reading.clear}
        />
      )}
    </>
  )
}
