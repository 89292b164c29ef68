import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { User } from '../../shared/users/contract.ts'
import { passwordMinLength } from '../../shared/users/rules.ts'
import { useCommand } from '../app/operations.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Failure } from '../ui/Failure.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useToast } from '../ui/Toasts.tsx'

/** Gives a person who forgot theirs a new password. */
export function PasswordDialog({ user, onClose }: { user: User; onClose: () => void }) {
  const { t } = useTranslation()
  const toast = useToast()
  const reset = useCommand('users.resetPassword')
  const [password, setPassword] = useState('')

  async function save(event: FormEvent) {
    event.preventDefault()
    const answer = await reset.run({ id: user.id, password })
    if (!answer.ok) return
    toast({ text: t('users.password.reset', { name: user.name }) })
    onClose()
  }
  return (
    <Dialog title={t('users.password.resetTitle', { name: user.name })} onClose={onClose}>
      <form className="stack" onSubmit={(event) => void save(event)}>
        <TextField
          type="password"
          label={t('users.fields.newPassword')}
          hint={t('users.hints.password', { count: passwordMinLength })}
          autoComplete="new-password"
          autoFocus
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
        <p className="soft small">{t('users.password.resetHint')}</p>
        <Failure of={reset.failure} />
        <div className="actions">
          <Button kind="primary" type="submit" disabled={reset.isRunning || !password}>
            {t('users.list.resetPassword')}
          </Button>
          <Button onClick={onClose}>{t('common.actions.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
