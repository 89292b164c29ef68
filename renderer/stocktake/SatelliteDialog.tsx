import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Stocktake } from '../../shared/stocktake/contract.ts'
import { JobProgress } from '../app/JobProgress.tsx'
import { useJob } from '../app/operations.ts'
import { useSavedFile } from '../app/use-saved-file.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { useNumberText } from '../ui/use-number-text.ts'

/** Writes out the page that scans on a PC or phone without a database. */
export function SatelliteDialog({ stocktake, onClose }: { stocktake: Stocktake; onClose: () => void }) {
  const { t } = useTranslation()
  const number = useNumberText()
  const run = useJob('stocktake.satellitePage')
  const [hasCodes, setCodes] = useState(false)
  useSavedFile(run.output?.file, () => {
    run.clear()
    onClose()
  })
  return (
    <Dialog
      title={t('stocktake.sources.satellite')}
      onClose={onClose}
      actions={
        !run.isRunning && (
          <Button kind="primary" icon="save" onClick={() => void run.start({ id: stocktake.id, hasCodes })}>
            {t('stocktake.satelliteDialog.submit')}
          </Button>
        )
      }
    >
      <div className="stack">
        <ol className="points">
          {(['write', 'carry', 'scan', 'merge'] as const).map((step) => (
            <li key={step}>{t(`stocktake.satelliteDialog.${step}`)}</li>
          ))}
        </ol>
        <label className="check">
          <input type="checkbox" checked={hasCodes} onChange={(event) => setCodes(event.target.checked)} />
          {t('stocktake.satelliteDialog.codes', { shown: number(stocktake.expected ?? 0) })}
        </label>
        <p className="soft small">{t('stocktake.satelliteDialog.codesHint')}</p>
        <JobProgress run={run} />
      </div>
    </Dialog>
  )
}
