import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { ServerSeen } from '../../shared/door.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Notice } from '../ui/Notice.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useEngine } from './engine.tsx'
import { Fingerprint } from './Fingerprint.tsx'

/** Address, then the fingerprint to compare, then the one button: the program starts there from then on. */
export function ServerDialog({ address, onClose }: { address: string; onClose: () => void }) {
  const { t } = useTranslation()
  const { door } = useEngine()
  const [typed, setTyped] = useState(address)
  const [seen, setSeen] = useState<ServerSeen | null>(null)
  const [isLooking, setLooking] = useState(false)
  async function look(event: FormEvent) {
    event.preventDefault()
    setLooking(true)
    setSeen(await door.lookAtServer(typed))
    setLooking(false)
  }
  const found = seen && 'fingerprint' in seen ? seen : null
  return (
    <Dialog title={t('shell.server.title')} onClose={onClose} isWide>
      <form className="stack" onSubmit={(event) => void look(event)}>
        <p>{t('shell.server.text')}</p>
        <TextField
          label={t('shell.server.address')}
          hint={t('shell.server.addressHint')}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value)
            setSeen(null)
          }}
        />
        {seen && 'problem' in seen && (
          <Notice icon="warning" text={t(`shell.server.problems.${seen.problem}`)} />
        )}
        {found && (
          <>
            <Fingerprint value={found.fingerprint} />
            <p className="strong">{t('shell.server.compare', { server: found.server })}</p>
          </>
        )}
        <div className="actions">
          {found ? (
            <Button
              kind="primary"
              icon="check"
              onClick={() => void door.useServer({ origin: found.origin, fingerprint: found.fingerprint })}
            >
              {t('shell.server.confirm')}
            </Button>
          ) : (
            <Button kind="primary" icon="search" type="submit" disabled={isLooking || typed.trim() === ''}>
              {t('shell.server.look')}
            </Button>
          )}
          <Button onClick={onClose}>{t('common.actions.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
