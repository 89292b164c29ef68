import { useTranslation } from 'react-i18next'
import { Select } from '../ui/Select.tsx'

type Props = {
  name: 'isDigital' | 'hasCopies'
  value: boolean | null
  onChange: (value: boolean | null) => void
}

/** Yes, no, or not asked. */
export function FilterYesNo({ name, value, onChange }: Props) {
  const { t } = useTranslation()
  return (
    <Select
      label={t(`catalogue.filters.${name}`)}
      value={value === null ? '' : String(value)}
      emptyLabel={t('catalogue.filters.any')}
      options={[
        { value: 'true', label: t(`catalogue.filters.${name}Yes`) },
        { value: 'false', label: t(`catalogue.filters.${name}No`) },
      ]}
      onChange={(event) => onChange(event.target.value === '' ? null : event.target.value === 'true')}
    />
  )
}
