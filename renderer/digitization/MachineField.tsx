import { useTranslation } from 'react-i18next'
import { useQuery } from '../app/operations.ts'
import { SuggestField } from '../ui/SuggestField.tsx'

type Props = { value: string; onChange: (machine: string) => void; hint?: string }

/** The scanner or PC the work was done on: any name, those used before offered first. */
export function MachineField({ value, onChange, hint }: Props) {
  const { t } = useTranslation()
  const known = useQuery('digitization.machines', {}).value ?? []
  const typed = value.trim().toLocaleLowerCase('vi')
  const suggestions = known
    .filter((name) => name !== value && name.toLocaleLowerCase('vi').includes(typed))
    .slice(0, 8)
    .map((name) => ({ value: name, label: name }))
  return (
    <SuggestField
      label={t('digitization.fields.machine')}
      {...(hint === undefined ? {} : { hint })}
      value={value}
      onChange={onChange}
      suggestions={suggestions}
      onType={() => undefined}
      onTake={(option) => onChange(option.value)}
    />
  )
}
