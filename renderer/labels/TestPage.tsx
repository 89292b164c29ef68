import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Printer } from '../../shared/labels/contract.ts'
import { JobProgress } from '../app/JobProgress.tsx'
import { useJob, useQuery } from '../app/operations.ts'
import { useSavedFile } from '../app/use-saved-file.ts'
import { Button } from '../ui/Button.tsx'
import { Select } from '../ui/Select.tsx'
import { remembered } from './remembered.ts'

/** Outlines and a cross of rulers on the stock that is used, with the correction as it stands. */
export function TestPage({ printer }: { printer: Printer | undefined }) {
  const { t } = useTranslation()
  const sheets = useQuery('labels.sheets', {}).value ?? []
  const [sheetId, setSheetId] = useState(() => remembered().sheetId)
  const sheet = sheets.find(({ id }) => id === sheetId) ?? sheets[0]
  const print = useJob('labels.testPage')
  useSavedFile(print.output?.file, print.clear)
  return (
    <div className="stack tight">
      <Select
        label={t('labels.printers.sheet')}
        value={String(sheet?.id ?? '')}
        options={sheets.map(({ id, name }) => ({ value: String(id), label: name }))}
        onChange={(event) => setSheetId(Number(event.target.value))}
      />
      <div className="row">
        <Button
          icon="print"
          disabled={!sheet || print.isRunning}
          onClick={() => sheet && void print.start({ sheetId: sheet.id, printerId: printer?.id ?? null })}
        >
          {t('labels.printers.test')}
        </Button>
      </div>
      <p className="soft small">
        {printer ? t('labels.printers.corrected', { name: printer.name }) : t('labels.printers.uncorrected')}
      </p>
      <JobProgress run={print} />
    </div>
  )
}
