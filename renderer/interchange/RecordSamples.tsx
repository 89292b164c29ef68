import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MarcRecord } from '../../shared/catalogue/contract.ts'
import { MarcText } from '../catalogue/index.ts'
import { IconButton } from '../ui/Button.tsx'

/** The first records of a file, one at a time. */
export function RecordSamples({ records }: { records: MarcRecord[] }) {
  const { t } = useTranslation()
  const [at, setAt] = useState(0)
  const shown = Math.min(at, records.length - 1)
  const record = records[shown]
  if (!record) return null
  return (
    <div className="record-samples">
      <div className="row">
        <h3 aria-live="polite">
          {t('interchange.content.sample', { at: shown + 1, count: records.length })}
        </h3>
        <IconButton
          icon="back"
          label={t('interchange.content.previous')}
          disabled={shown === 0}
          onClick={() => setAt(shown - 1)}
        />
        <IconButton
          icon="forward"
          label={t('interchange.content.next')}
          disabled={shown >= records.length - 1}
          onClick={() => setAt(shown + 1)}
        />
      </div>
      <div className="record-sample" tabIndex={0} role="region" aria-label={t('interchange.content.record')}>
        <MarcText record={record} />
      </div>
    </div>
  )
}
