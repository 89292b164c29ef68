import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { passwordMinLength } from '../../shared/users/rules.ts'
import { useCommand } from '../app/operations.ts'
import { Button } from '../ui/Button.tsx'
import { Failure, useFailureText } from '../ui/Failure.tsx'
import { bind, Form, placeRefusal, schemaResolver } from '../ui/Form.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { OwnPassword } from './password-fields.ts'

const fieldByCode = { wrong_credentials: 'current', weak_password: 'next' }

export function OwnPasswordPage() {
  const { t } = useTranslation()
  const toast = useToast()
  const navigate = useNavigate()
  const refusalText = useFailureText()
  const change = useCommand('users.changePassword')
  const form = useForm<OwnPassword, unknown, OwnPassword>({
    defaultValues: { current: '', next: '', again: '' },
    resolver: schemaResolver(OwnPassword),
  })
  const { text } = bind(form)

  async function save({ current, next }: OwnPassword) {
    const answer = await change.run({ current, next })
    if (answer.ok) {
      form.reset()
      toast({ text: t('users.password.changed') })
      void navigate('/')
    } else if (placeRefusal(form, { failure: answer.error, fieldByCode, text: refusalText })) {
      change.clear()
    }
  }
  return (
    <div className="page">
      <PageHeader title={t('users.menu.password')} />
      <div className="card">
        <Form form={form} onSubmit={save} label={t('users.menu.password')}>
          <Failure of={change.failure} />
          <div className="form-grid">
            <TextField
              {...text('current')}
              type="password"
              label={t('users.fields.currentPassword')}
              autoComplete="current-password"
              autoFocus
            />
            <TextField
              {...text('next')}
              type="password"
              label={t('users.fields.newPassword')}
              hint={t('users.hints.password', { count: passwordMinLength })}
              autoComplete="new-password"
            />
            <TextField
              {...text('again')}
              type="password"
              label={t('users.fields.passwordAgain')}
              autoComplete="new-password"
            />
          </div>
          <div className="actions">
            <Button kind="primary" type="submit" disabled={change.isRunning}>
              {t('users.password.submit')}
            </Button>
          </div>
        </Form>
      </div>
    </div>
  )
}
