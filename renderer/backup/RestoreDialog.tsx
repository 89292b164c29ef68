import { useCallback, useEffect, useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { isEncryptedName } from '../../shared/backup/contract.ts'
import { JobProgress } from '../app/JobProgress.tsx'
import { useCommand, useJob } from '../app/operations.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Notice } from '../ui/Notice.tsx'
import { TextField } from '../ui/TextField.tsx'
import { CopyComparison } from './CopyComparison.tsx'
import { FoundCopies } from './FoundCopies.tsx'

type Props = {
  /** The copy to begin with; without one it is chosen here. */
  path?: string
  /** Where nobody has set a library up, nobody has a password yet. */
  isFirstRun?: boolean
  onClose: () => void
}

/** Choose, prove, compare, put in place: nothing is replaced before the last step. */
export function RestoreDialog({ path: given = '', isFirstRun = false, onClose }: Props) {
  const { t } = useTranslation()
  const prove = useJob('backup.prove')
  const restore = useCommand('backup.restore')
  const [path, setPath] = useState(given)
  const [password, setPassword] = useState('')
  const [passphrase, setPassphrase] = useState('')
  const [isOpening, setOpening] = useState(false)
  const proven = prove.output?.path === path ? prove.output : null
  const { start, clear } = prove
  const isSealed = isEncryptedName(path)
  useEffect(() => {
    if (given && !isEncryptedName(given)) void start({ path: given })
    return clear
  }, [given, start, clear])

  const { clear: forget } = restore
  const choose = useCallback(
    (chosen: string) => {
      clear()
      forget()
      setPath(chosen)
      setPassphrase('')
    },
    [clear, forget],
  )
  async function submit(event: FormEvent) {
    event.preventDefault()
    const answer = await restore.run({ path, password })
    setPassword('')
    // The page goes to the signing-in as soon as the library has been opened anew.
    setOpening(answer.ok)
  }
  return (
    <Dialog title={t('backup.restore.title')} onClose={onClose} isWide>
      <form className="stack" onSubmit={(event) => void submit(event)}>
        {!given && !proven && <FoundCopies chosen={path} onChoose={choose} />}
        {isSealed && !proven && (
          <TextField
            type="password"
            autoComplete="off"
            label={t('backup.restore.passphrase')}
            hint={t('backup.restore.passphraseHint')}
            value={passphrase}
            onChange={(event) => setPassphrase(event.target.value)}
            isRequired
          />
        )}
        <JobProgress run={prove} label={t('backup.restore.proving')} />
        {proven && <CopyComparison proven={proven} />}
        {proven && !isFirstRun && (
          <TextField
            type="password"
            autoComplete="current-password"
            label={t('backup.restore.password')}
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        )}
        <Failure of={restore.failure} />
        {isOpening && <Notice icon="info" text={t('backup.restore.opening')} />}
        <div className="actions">
          {proven ? (
            <Button
              kind="primary"
              type="submit"
              icon="restore"
              disabled={restore.isRunning || isOpening || (!isFirstRun && !password)}
            >
              {t('backup.restore.submit')}
            </Button>
          ) : (
            <Button
              kind="primary"
              icon="shield"
              disabled={!path || prove.isRunning || (isSealed && !passphrase)}
              onClick={() => void start({ path, passphrase })}
            >
              {t('backup.restore.prove')}
            </Button>
          )}
          <Button onClick={onClose}>{t('common.actions.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
