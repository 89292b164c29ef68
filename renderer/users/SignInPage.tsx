import { useEffect, useRef, useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useServed } from '../app/about.ts'
import { Fingerprint } from '../app/Fingerprint.tsx'
import { useCommand } from '../app/operations.ts'
import { useSession } from '../app/session-context.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { Button } from '../ui/Button.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Icon } from '../ui/icons.tsx'
import { Stage } from '../ui/Stage.tsx'
import { TextField } from '../ui/TextField.tsx'
import { byGivenName } from './by-given-name.ts'

/** Whoever works on this PC is one click and a password away. */
export function SignInPage() {
  const { t } = useTranslation()
  const { choices, libraryName } = useSession()
  const served = useServed()
  const signIn = useCommand('users.signIn')
  const [username, setUsername] = useState(choices.length === 1 ? (choices[0]?.username ?? '') : '')
  const [isOther, setOther] = useState(choices.length === 0)
  const [password, setPassword] = useState('')
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => {
    document.title = `${t('users.signIn.title')} – ${t('common.product')}`
  }, [t])

  function choose(name: string | null) {
    setOther(name === null)
    setUsername(name ?? '')
    signIn.clear()
    if (name !== null) box.current?.focus()
  }
  async function submit(event: FormEvent) {
    event.preventDefault()
    const answer = await signIn.run({ username, password })
    if (answer.ok) return
    setPassword('')
    box.current?.focus()
  }
  return (
    <Stage>
      <h1>{libraryName}</h1>
      {served && (
        <details className="small soft">
          <summary>{t('shell.served.signIn', { server: served.server })}</summary>
          <p>{t('shell.served.fingerprint')}</p>
          <Fingerprint value={served.fingerprint} />
        </details>
      )}
      {choices.length > 0 && (
        <div className="tiles" role="group" aria-label={t('users.signIn.who')}>
          {byGivenName(choices).map((choice) => (
            <button
              key={choice.username}
              type="button"
              className="tile"
              aria-pressed={!isOther && username === choice.username}
              onClick={() => choose(choice.username)}
            >
              <Avatar name={choice.name} />
              <span className="text">{choice.name}</span>
            </button>
          ))}
          <button type="button" className="tile" aria-pressed={isOther} onClick={() => choose(null)}>
            <Icon name="person" />
            <span className="text">{t('users.signIn.other')}</span>
          </button>
        </div>
      )}
      <form className="stack" aria-label={t('users.signIn.title')} onSubmit={(event) => void submit(event)}>
        {isOther && (
          <TextField
            label={t('users.fields.username')}
            autoComplete="username"
            autoFocus
            value={username}
            onChange={(event) => setUsername(event.target.value)}
          />
        )}
        <TextField
          ref={box}
          label={t('users.fields.password')}
          type="password"
          autoComplete="current-password"
          autoFocus={!isOther}
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
        <Failure of={signIn.failure} />
        <div className="actions">
          <Button kind="primary" type="submit" disabled={signIn.isRunning || !username || !password}>
            {t('users.signIn.submit')}
          </Button>
        </div>
      </form>
    </Stage>
  )
}
