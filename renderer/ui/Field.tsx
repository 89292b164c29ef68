import { useId, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { runtimeKey } from '../../shared/texts.ts'
import { Icon } from './icons.tsx'

export type FieldProps = {
  label: string
  hint?: string | undefined
  /** A code of `ui.invalid.*`, or a text of the page's own. */
  error?: string | undefined
  isRequired?: boolean
  isWide?: boolean
}

type Wiring = {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
  'aria-required': true | undefined
}

/** Label above, hint and error below, wired to the one control its child makes. */
export function Field({
  label,
  hint,
  error,
  isRequired,
  isWide,
  children,
}: FieldProps & { children: (wiring: Wiring) => ReactNode }) {
  const { t } = useTranslation()
  const id = useId()
  const message = error && t(runtimeKey(`ui.invalid.${error}`), { defaultValue: error })
  const described = [hint && `${id}-hint`, message && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div className={isWide ? 'field wide' : 'field'}>
      <label htmlFor={id} className={isRequired ? 'required' : ''}>
        {label}
      </label>
      {children({
        id,
        'aria-describedby': described || undefined,
        'aria-invalid': message ? true : undefined,
        'aria-required': isRequired ? true : undefined,
      })}
      {hint && (
        <div id={`${id}-hint`} className="hint">
          {hint}
        </div>
      )}
      {message && (
        <div id={`${id}-error`} className="error">
          <Icon name="warning" />
          <span>{message}</span>
        </div>
      )}
    </div>
  )
}

export function splitFieldProps<Props extends FieldProps>({
  label,
  hint,
  error,
  isRequired = false,
  isWide = false,
  ...rest
}: Props) {
  return { field: { label, hint, error, isRequired, isWide }, rest }
}
