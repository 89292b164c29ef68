import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import {
  copyFields,
  exportFormats,
  type CopyField,
  type ExportFormat,
} from '../../shared/interchange/contract.ts'
import type { Input } from '../app/operation-types.ts'
import { Button } from '../ui/Button.tsx'
import { Select } from '../ui/Select.tsx'
import { ExportResult } from './ExportResult.tsx'
import { RunProgress } from './RunProgress.tsx'
import { useExport } from './use-export.ts'

type Selection = Input<'interchange.export'>['selection']
/** Formats in which a record has its copies in a field, in which they are rows, and in which they have no place. */
const withField: readonly ExportFormat[] = ['iso2709', 'marcxml']
const withRows: readonly ExportFormat[] = ['csv', 'xlsx']

type Props = {
  selection: Selection | null
  /** Says, or asks, which titles are meant. */
  children: ReactNode
}

/** In which format titles leave, with or without their copies; and what came of it. */
export function ExportForm({ selection, children }: Props) {
  const { t } = useTranslation()
  const [format, setFormat] = useState<ExportFormat>('iso2709')
  const [copies, setCopies] = useState<CopyField>('952')
  const exporting = useExport()
  const asksField = withField.includes(format)
  const asksRows = withRows.includes(format)
  const sent: CopyField = asksField ? copies : asksRows && copies !== 'none' ? '952' : 'none'
  return (
    <>
      <fieldset className="checks export-formats">
        <legend>{t('interchange.exporting.format')}</legend>
        {exportFormats.map((each) => (
          <label key={each} className="check">
            <input
              type="radio"
              name="export-format"
              checked={format === each}
              onChange={() => setFormat(each)}
            />
            <span>
              <strong>{t(`interchange.exporting.formats.${each}.name`)}</strong>
              <br />
              <span className="soft small">{t(`interchange.exporting.formats.${each}.use`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <div className="form-grid">
        {children}
        {asksField && (
          <Select
            label={t('interchange.exporting.copies')}
            value={copies}
            options={copyFields.map((field) => ({
              value: field,
              label: t(`interchange.exporting.copyFields.${field}`),
            }))}
            onChange={(event) =>
              setCopies(copyFields.find((field) => field === event.target.value) ?? 'none')
            }
          />
        )}
        {asksRows && (
          <Select
            label={t('interchange.exporting.copies')}
            value={copies === 'none' ? 'none' : 'rows'}
            options={(['none', 'rows'] as const).map((each) => ({
              value: each,
              label: t(`interchange.exporting.rows.${each}`),
            }))}
            onChange={(event) => setCopies(event.target.value === 'none' ? 'none' : '952')}
          />
        )}
      </div>
      <div className="actions">
        <Button
          kind="primary"
          icon="save"
          disabled={selection === null || exporting.run.isRunning}
          onClick={() => selection && exporting.start({ selection, format, copies: sent })}
        >
          {t('interchange.exporting.submit')}
        </Button>
      </div>
      <RunProgress run={exporting.run} unit="rows" />
      {exporting.result && <ExportResult result={exporting.result} />}
    </>
  )
}
