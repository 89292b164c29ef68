import { useTranslation } from 'react-i18next'
import { useSession } from '../app/session-context.ts'
import { Failure, useFailureText, type OperationFailure } from '../ui/Failure.tsx'
import { TextField } from '../ui/TextField.tsx'

type Props = {
  value: string
  onChange: (value: string) => void
  failure: OperationFailure | null | undefined
}

const passwordCodes: readonly string[] = ['wrong_credentials', 'throttled']

/** Signing asks for the password again; what is wrong with it stands at its field, anything else below. */
export function PasswordField({ value, onChange, failure }: Props) {
  const { t } = useTranslation()
  const refusalText = useFailureText()
  const { user } = useSession()
  const atField = failure && passwordCodes.includes(failure.code) ? failure : null
  return (
    <>
      <TextField
        type="password"
        label={t('reports.sign.password', { name: user?.name ?? '' })}
        autoComplete="current-password"
        error={atField ? refusalText(atField) : undefined}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      {!atField && <Failure of={failure} />}
    </>
  )
}
