import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../renderer/ui/Button.tsx'
import { Failure } from '../../renderer/ui/Failure.tsx'
import { PasswordField } from './PasswordField.tsx'
import { TextField } from '../../renderer/ui/TextField.tsx'
import { useAct } from './asking.ts'
import { asSignIn } from './sign-in-failure.ts'

export function SignInPage() {
  const { t } = useTranslation()
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const { run, failure, isRunning } = useAct()
  function submit(event: FormEvent) {
    event.preventDefault()
    void run({ method: 'POST', path: '/session', body: { name, password } })
  }
  return (
    <main>
      <form className="sign-in-box" onSubmit={submit}>
        <h1>{t('ministry.signIn.title')}</h1>
        <TextField
          label={t('ministry.signIn.name')}
          autoFocus
          autoComplete="username"
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <PasswordField label={t('ministry.signIn.password')} value={password} onChange={setPassword} />
        <Failure of={asSignIn(failure)} />
        <Button kind="primary" type="submit" disabled={isRunning || name === '' || password === ''}>
          {t('ministry.signIn.act')}
        </Button>
      </form>
    </main>
  )
}
