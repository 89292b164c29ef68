import type { UseFormReturn } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { passwordMinLength } from '../../shared/users/rules.ts'
import { bind } from '../ui/Form.tsx'
import { TextField } from '../ui/TextField.tsx'
import type { FirstAdministrator } from './first-run-values.ts'
import { suggestUsername } from './suggest-username.ts'

export function AdministratorStep({
  form,
}: {
  form: UseFormReturn<FirstAdministrator, unknown, FirstAdministrator>
}) {
  const { t } = useTranslation()
  const { text, value } = bind(form)
  const name = text('name')
  return (
    <div className="form-grid">
      <TextField
        {...name}
        label={t('users.fields.name')}
        isRequired
        autoFocus
        onChange={(event) => {
          if (!form.formState.dirtyFields.username) {
            form.setValue('username', suggestUsername(event.target.value), { shouldDirty: false })
          }
          return name.onChange(event)
        }}
      />
      <TextField
        {...text('username')}
        value={value('username').value}
        label={t('users.fields.username')}
        hint={t('users.hints.username')}
        isRequired
        autoComplete="username"
      />
      <TextField
        {...text('password')}
        type="password"
        label={t('users.fields.password')}
        hint={t('users.hints.password', { count: passwordMinLength })}
        isRequired
        autoComplete="new-password"
      />
      <TextField
        {...text('passwordAgain')}
        type="password"
        label={t('users.fields.passwordAgain')}
        isRequired
        autoComplete="new-password"
      />
    </div>
  )
}
