import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../app/operation-types.ts'
import { useJob } from '../app/operations.ts'
import { useSavedFile } from '../app/use-saved-file.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { ExportResult } from './ExportResult.tsx'
import { RunProgress } from './RunProgress.tsx'

/** The whole library as open files in one package. */
export function ExportAllCard() {
  const { t } = useTranslation()
  const number = useNumberText()
  const run = useJob('interchange.exportAll')
  const [result, setResult] = useState<Output<'interchange.exportAll'> | null>(null)
  const [includesPeople, setIncludesPeople] = useState(false)
  if (run.output !== null && run.output !== result) setResult(run.output)
  useSavedFile(run.output?.file, run.clear)
  return (
    <section className="card">
      <h2>{t('interchange.exportAll.title')}</h2>
      <p>{t('interchange.exportAll.text')}</p>
      <label className="check">
        <input
          type="checkbox"
          checked={includesPeople}
          onChange={(event) => setIncludesPeople(event.target.checked)}
        />
        {t('interchange.exportAll.people')}
      </label>
      <p className="soft small">{t('interchange.exportAll.secrets')}</p>
      <div className="actions">
        <Button icon="save" disabled={run.isRunning} onClick={() => void run.start({ includesPeople })}>
          {t('interchange.exportAll.submit')}
        </Button>
      </div>
      <RunProgress run={run} unit="rows" />
      {result && !run.isRunning && (
        <>
          <Notice icon="info" text={t('interchange.exportAll.done', { rows: number(result.rows) })} />
          <ExportResult result={result} />
        </>
      )}
    </section>
  )
}
