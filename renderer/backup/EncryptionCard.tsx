import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { displayInstant } from '../../shared/dates.ts'
import { useCommand } from '../app/operations.ts'
import { Button } from '../ui/Button.tsx'
import { Failure } from '../ui/Failure.tsx'
import { EncryptDialog } from './EncryptDialog.tsx'
import { RecoverySheet } from './RecoverySheet.tsx'
import { ShowKeyDialog } from './ShowKeyDialog.tsx'

/** Whether a copy that is lost or stolen can be read, and the way in on the day nobody knows the passphrase. */
export function EncryptionCard({ since }: { since: string | null }) {
  const { t } = useTranslation()
  const stop = useCommand('backup.stopEncrypting')
  const [open, setOpen] = useState<'encrypt' | 'show' | null>(null)
  const [recoveryKey, setRecoveryKey] = useState('')
  return (
    <section className="stack" aria-label={t('backup.encryption.title')}>
      <h2>{t('backup.encryption.title')}</h2>
      <p>{since ? t('backup.encryption.on', { at: displayInstant(since) }) : t('backup.encryption.off')}</p>
      <Failure of={stop.failure} />
      <div className="row">
        <Button does="backup.encrypt" icon="lock" onClick={() => setOpen('encrypt')}>
          {t(since ? 'backup.encryption.change' : 'backup.encryption.start')}
        </Button>
        {since && (
          <>
            <Button does="backup.recoveryKey" icon="print" onClick={() => setOpen('show')}>
              {t('backup.encryption.paper')}
            </Button>
            <Button does="backup.stopEncrypting" disabled={stop.isRunning} onClick={() => void stop.run({})}>
              {t('backup.encryption.stop')}
            </Button>
          </>
        )}
      </div>
      {open === 'encrypt' && (
        <EncryptDialog
          onMade={(made) => {
            setOpen(null)
            setRecoveryKey(made)
          }}
          onClose={() => setOpen(null)}
        />
      )}
      {open === 'show' && (
        <ShowKeyDialog
          onShown={(shown) => {
            setOpen(null)
            setRecoveryKey(shown)
          }}
          onClose={() => setOpen(null)}
        />
      )}
      {recoveryKey && <RecoverySheet recoveryKey={recoveryKey} onClose={() => setRecoveryKey('')} />}
    </section>
  )
}
