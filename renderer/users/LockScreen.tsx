import { useQueryClient } from '@tanstack/react-query'
import { useLayoutEffect, useRef, useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { beginAtFirstPage } from '../app/first-page.ts'
import { useCommand } from '../app/operations.ts'
import { useSession } from '../app/session-context.ts'
import { Button } from '../ui/Button.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Icon } from '../ui/icons.tsx'
import { TextField } from '../ui/TextField.tsx'

/** Covers the page without unmounting it: work begun is there after the password. */
export function LockScreen() {
  const { t } = useTranslation()
  const { user, libraryName } = useSession()
  const queries = useQueryClient()
  const unlock = useCommand('users.unlock')
  const signOut = useCommand('users.signOut')
  const [password, setPassword] = useState('')
  const dialog = useRef<HTMLDialogElement>(null)
  // Closed while it is still in the page, a dialog gives the focus back to where it came from.
  useLayoutEffect(() => {
    const element = dialog.current
    element?.showModal()
    return () => element?.close()
  }, [])

  async function submit(event: FormEvent) {
    event.preventDefault()
    const answer = await unlock.run({ password })
    setPassword('')
    if (answer.ok) await queries.invalidateQueries()
  }
  async function leave() {
    const answer = await signOut.run({})
    if (answer.ok) beginAtFirstPage()
  }
  return (
    <dialog
      ref={dialog}
      className="lock"
      aria-label={t('users.lock.title')}
      onCancel={(event) => event.preventDefault()}
      onKeyDown={(event) => event.key === 'Escape' && event.preventDefault()}
    >
      <div className="stage">
        <div className="card">
          <div className="brand">
            <Icon name="lock" />
            {t('users.lock.title')}
          </div>
          <h1>{user?.name}</h1>
          <p className="soft">{libraryName}</p>
          <p>{t('users.lock.text')}</p>
          <form className="stack" aria-label={t('users.lock.title')} onSubmit={(event) => void submit(event)}>
            <TextField
              label={t('users.fields.password')}
              type="password"
              autoComplete="current-password"
              autoFocus
              value={password}
              onChange={(event) => setPassword(event.target.value)}
            />
            <Failure of={unlock.failure ?? signOut.failure} />
            <div className="actions">
              <Button kind="primary" type="submit" disabled={unlock.isRunning || !password}>
                {t('users.lock.submit')}
              </Button>
              <Button onClick={() => void leave()}>{t('users.lock.signOut')}</Button>
            </div>
          </form>
        </div>
      </div>
    </dialog>
  )
}
