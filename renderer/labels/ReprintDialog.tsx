import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Batch } from '../../shared/labels/contract.ts'
import { JobProgress } from '../app/JobProgress.tsx'
import { useJob, useQuery } from '../app/operations.ts'
import { useSavedFile } from '../app/use-saved-file.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { NumberField } from '../ui/NumberField.tsx'
import { Select } from '../ui/Select.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { remembered } from './remembered.ts'

/** The same labels once more; only the printer and the place they begin at are asked. */
export function ReprintDialog({ batch, onClose }: { batch: Batch; onClose: () => void }) {
  const { t } = useTranslation()
  const number = useNumberText()
  const printers = useQuery('labels.printers', {}).value ?? []
  const [printerId, setPrinterId] = useState(() => remembered().printerId)
  const printer = printers.find(({ id }) => id === printerId)
  const [startAt, setStart] = useState<number | null>(1)
  const reprint = useJob('labels.reprint')
  useSavedFile(reprint.output?.file, () => {
    reprint.clear()
    onClose()
  })
  async function submit(event: FormEvent) {
    event.preventDefault()
    if (startAt === null) return
    await reprint.start({ batchId: batch.id, printerId: printer?.id ?? null, startAt })
  }
  return (
    <Dialog title={t('labels.reprint.title')} onClose={onClose}>
      <form className="stack" onSubmit={(event) => void submit(event)}>
        <p>
          {t('labels.reprint.text', {
            count: batch.labels,
            shown: number(batch.labels),
            template: batch.templateName,
            sheet: batch.sheetName,
          })}
        </p>
        <Select
          label={t('labels.print.printer')}
          value={String(printer?.id ?? '')}
          emptyLabel={t('labels.print.noPrinter')}
          options={printers.map(({ id, name }) => ({ value: String(id), label: name }))}
          onChange={(event) => setPrinterId(event.target.value === '' ? null : Number(event.target.value))}
        />
        <NumberField
          label={t('labels.print.startAt')}
          hint={t('labels.reprint.startAtHint')}
          value={startAt}
          onChange={setStart}
        />
        <JobProgress run={reprint} />
        <div className="actions">
          <Button
            kind="primary"
            type="submit"
            icon="print"
            disabled={startAt === null || startAt < 1 || reprint.isRunning}
          >
            {t('labels.reprint.submit')}
          </Button>
          <Button onClick={onClose}>{t('common.actions.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
