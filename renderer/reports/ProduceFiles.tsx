import { useTranslation } from 'react-i18next'
import { formats, type Period } from '../../shared/reports/contract.ts'
import { JobProgress } from '../app/JobProgress.tsx'
import { useJob } from '../app/operations.ts'
import { useLanguage } from '../app/texts.ts'
import { useSavedFile } from '../app/use-saved-file.ts'
import { Button } from '../ui/Button.tsx'
import type { SaveWords } from './use-open-forms.ts'

type Props = {
  period: Period
  /** What is still being typed goes into the paper. */
  saveWords?: SaveWords
  /** The paper of this restatement, and not the report itself. */
  restatement?: number
}

/** The same report as a file to print, sign by hand or hand on. */
export function ProduceFiles({ period, saveWords, restatement }: Props) {
  const { t } = useTranslation()
  const language = useLanguage()
  const produce = useJob('reports.produce')

  async function start(format: (typeof formats)[number]) {
    if (saveWords && !(await saveWords())) return
    await produce.start({ id: period.id, format, language, restatement: restatement ?? null })
  }
  useSavedFile(produce.output?.file, produce.clear)
  return (
    <>
      <div className="row">
        {formats.map((format) => (
          <Button key={format} disabled={produce.isRunning} onClick={() => void start(format)}>
            {t(`reports.produce.formats.${format}`)}
          </Button>
        ))}
      </div>
      {period.state !== 'signed' && <p className="soft small">{t('reports.produce.provisional')}</p>}
      <JobProgress run={produce} />
    </>
  )
}
