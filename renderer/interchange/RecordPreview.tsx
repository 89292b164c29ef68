import { useTranslation } from 'react-i18next'
import type { ImportRun, RunRecord } from '../../shared/interchange/contract.ts'
import { RecordView } from './RecordView.tsx'

/** The line one stands on, beside the list. */
export function RecordPreview({ run, line }: { run: ImportRun; line: RunRecord }) {
  const { t } = useTranslation()
  return (
    <aside className="preview record-beside" aria-label={t('interchange.records.preview')}>
      <h2>{line.label || t('interchange.records.noLabel')}</h2>
      <RecordView run={run} id={line.id} line={line} />
    </aside>
  )
}
