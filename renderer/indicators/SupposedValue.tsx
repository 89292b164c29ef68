import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { measureName } from '../../shared/indicators/own-text.ts'
import { useQuery } from '../app/operations.ts'
import { Button } from '../ui/Button.tsx'
import { NumberField } from '../ui/NumberField.tsx'
import { Select } from '../ui/Select.tsx'

export type TriedValue = { measure: string; value: number }
type Props = { taken: readonly string[]; onTry: (tried: TriedValue) => void }

/** Another value for something that is measured. */
export function SupposedValue({ taken, onTry }: Props) {
  const { t } = useTranslation()
  const measures = useQuery('indicators.measures', {}).value
  const [measure, setMeasure] = useState('')
  const [value, setValue] = useState<number | null>(null)
  const options = useMemo(
    () =>
      (measures ?? [])
        .filter((name) => !taken.includes(name))
        .map((name) => ({ value: name, label: measureName(t, name) }))
        .toSorted((a, b) => a.label.localeCompare(b.label, 'vi')),
    [measures, taken, t],
  )
  function take() {
    if (measure === '' || value === null || value < 0) return
    onTry({ measure, value })
    setMeasure('')
    setValue(null)
  }
  return (
    <div className="supposed-value">
      <Select
        label={t('reports.suppose.measure')}
        emptyLabel={t('reports.suppose.chooseMeasure')}
        value={measure}
        options={options}
        onChange={(event) => setMeasure(event.target.value)}
      />
      <NumberField label={t('reports.suppose.value')} value={value} onChange={setValue} />
      <Button disabled={measure === '' || value === null || value < 0} onClick={take}>
        {t('reports.suppose.add')}
      </Button>
    </div>
  )
}
