import { useTranslation } from 'react-i18next'
import { fold } from '../../shared/fold.ts'
import { SuggestField } from '../ui/SuggestField.tsx'
import { usePossibleUnits, type PossibleUnit } from './use-possible-units.ts'

type Props = { value: string; onChange: (name: string) => void; onTake: (unit: PossibleUnit) => void }

const shownAtMost = 8

/** Any name; what the library knows of its sites and its network is offered first. */
export function UnitNameField({ value, onChange, onTake }: Props) {
  const { t } = useTranslation()
  const possible = usePossibleUnits()
  const typed = fold(value.trim())
  const shown = possible
    .filter(({ name, hint }) => name !== value && fold(`${name} ${hint}`).includes(typed))
    .slice(0, shownAtMost)
  return (
    <SuggestField
      label={t('reports.units.name')}
      {...(possible.length > 0 && { hint: t('reports.units.nameHint') })}
      isRequired
      autoFocus
      value={value}
      onChange={onChange}
      suggestions={shown.map(({ key, name, hint }) => ({ value: key, label: name, hint }))}
      onType={() => undefined}
      onTake={(option) => {
        const taken = shown.find(({ key }) => key === option.value)
        if (taken) onTake(taken)
      }}
    />
  )
}
