import { useTranslation } from 'react-i18next'
import { NumberField } from '../ui/NumberField.tsx'
import { Select } from '../ui/Select.tsx'

const sizeBys = ['table', 'number', 'percent'] as const
export type SizeChoice = {
  sizeBy: (typeof sizeBys)[number]
  sizeValue: number | null
  fromEachJob: boolean
}

export function isSized({ sizeBy, sizeValue }: SizeChoice): boolean {
  if (sizeBy === 'table') return true
  if (sizeValue === null || sizeValue <= 0) return false
  return sizeBy === 'percent' ? sizeValue <= 100 : Number.isInteger(sizeValue)
}

type Props = { size: SizeChoice; onChange: (size: SizeChoice) => void }

/** How many pages are looked at. */
export function SizeFields({ size, onChange }: Props) {
  const { t } = useTranslation()
  const { sizeBy, sizeValue, fromEachJob } = size
  const isWrong = sizeValue !== null && !isSized(size)
  return (
    <>
      <div className="form-grid">
        <Select
          label={t('inspection.draw.sizeBy')}
          value={sizeBy}
          options={sizeBys.map((each) => ({ value: each, label: t(`inspection.draw.sizeBys.${each}`) }))}
          onChange={(event) =>
            onChange({
              ...size,
              sizeBy: sizeBys.find((each) => each === event.target.value) ?? 'table',
              sizeValue: null,
            })
          }
        />
        {sizeBy !== 'table' && (
          <NumberField
            label={t(`inspection.draw.sizeValue.${sizeBy}`)}
            isRequired
            error={isWrong ? t(`inspection.draw.sizeWrong.${sizeBy}`) : undefined}
            value={sizeValue}
            onChange={(value) => onChange({ ...size, sizeValue: value })}
          />
        )}
      </div>
      <label className="check">
        <input
          type="checkbox"
          checked={fromEachJob}
          onChange={(event) => onChange({ ...size, fromEachJob: event.target.checked })}
        />
        {t('inspection.draw.fromEachJob')}
      </label>
    </>
  )
}
