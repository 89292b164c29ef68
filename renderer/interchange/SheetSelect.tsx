import { useTranslation } from 'react-i18next'
import { Select } from '../ui/Select.tsx'
import type { Looked } from './use-column-map.ts'

type Props = {
  sheets: Looked['sheets']
  /** Null is the first that is shown. */
  chosen: string | null
  onChange: (sheet: string | null) => void
}

/** Which sheet of a workbook is meant; hidden ones may be, and are marked. */
export function SheetSelect({ sheets, chosen, onChange }: Props) {
  const { t } = useTranslation()
  const first = sheets.find(({ isHidden }) => !isHidden) ?? sheets[0]
  return (
    <div className="form-grid narrow">
      <Select
        label={t('interchange.content.sheet')}
        value={chosen ?? first?.name ?? ''}
        options={sheets.map(({ name, isHidden }) => ({
          value: name,
          label: isHidden ? t('interchange.content.hiddenSheet', { name }) : name,
        }))}
        onChange={({ target: { value } }) => onChange(value === first?.name ? null : value)}
      />
    </div>
  )
}
