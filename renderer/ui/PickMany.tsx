import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Chip } from './Chip.tsx'
import type { Option } from './Select.tsx'
import { SuggestField } from './SuggestField.tsx'

type Props = {
  label: string
  hint?: string
  chosen: readonly Option[]
  suggestions: Option[]
  onType: (text: string) => void
  onAdd: (option: Option) => void
  onRemove: (option: Option) => void
  error?: string | undefined
}

/** Several records, each found by typing and shown as a chip that can be taken away. */
export function PickMany({ label, hint, chosen, suggestions, onType, onAdd, onRemove, error }: Props) {
  const [text, setText] = useState('')
  return (
    <div className="pick-many">
      <SuggestField
        label={label}
        hint={hint}
        error={error}
        value={text}
        onChange={setText}
        suggestions={suggestions.filter(({ value }) => !chosen.some((each) => each.value === value))}
        onType={onType}
        onTake={(option) => {
          setText('')
          onAdd(option)
        }}
      />
      <PickedChips chosen={chosen} onRemove={onRemove} />
    </div>
  )
}

/** What was picked, each to be taken away. */
export function PickedChips({ chosen, onRemove }: Pick<Props, 'chosen' | 'onRemove'>) {
  const { t } = useTranslation()
  if (chosen.length === 0) return null
  return (
    <span className="chips">
      {chosen.map((option) => (
        <Chip
          key={option.value}
          removeLabel={t('ui.list.takeAway', { name: option.label })}
          onRemove={() => onRemove(option)}
        >
          {option.label}
        </Chip>
      ))}
    </span>
  )
}
