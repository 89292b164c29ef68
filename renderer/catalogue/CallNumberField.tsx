import { useTranslation } from 'react-i18next'
import { callNumberFor, isClassNumber } from '../../shared/catalogue/call-number.ts'
import type { TitleFields } from '../../shared/catalogue/contract.ts'
import { useQuery } from '../app/operations.ts'
import { IconButton } from '../ui/Button.tsx'
import { Field, type FieldProps } from '../ui/Field.tsx'

type Props = FieldProps & {
  name: string
  value: string
  onChange: (value: string) => void
  /** What the library's rule builds the number from. */
  title: TitleFields
}

/** Proposed by the library's own rule; F2 takes the proposal. */
export function CallNumberField({ value, onChange, title, name, ...field }: Props) {
  const { t } = useTranslation()
  const rule = useQuery('settings.callNumberRule', {}).value
  const proposed = rule && isClassNumber(title.ddc) && title.title ? callNumberFor(title, rule) : ''
  const isOffered = proposed !== '' && proposed !== value
  const hint = isOffered ? t('catalogue.callNumber.proposal', { callNumber: proposed }) : undefined
  return (
    <Field {...field} hint={hint}>
      {(wiring) => (
        <div className={isOffered ? 'input-with-button' : ''}>
          <input
            {...wiring}
            name={name}
            className="input"
            autoComplete="off"
            spellCheck={false}
            value={value}
            onChange={(event) => onChange(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'F2' || !isOffered) return
              event.preventDefault()
              onChange(proposed)
            }}
          />
          {isOffered && (
            <IconButton
              icon="check"
              label={t('catalogue.callNumber.take')}
              shortcut="F2"
              tabIndex={-1}
              onClick={() => onChange(proposed)}
            />
          )}
        </div>
      )}
    </Field>
  )
}
