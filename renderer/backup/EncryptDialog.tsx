import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { passphraseLength } from '../../shared/backup/contract.ts'
import { useCommand } from '../app/operations.ts'
import { ActDialog } from '../ui/ActDialog.tsx'
import { TextField } from '../ui/TextField.tsx'

type Props = { onMade: (recoveryKey: string) => void; onClose: () => void }

export function EncryptDialog({ onMade, onClose }: Props) {
  const { t } = useTranslation()
  const encrypt = useCommand('backup.encrypt')
  const [passphrase, setPassphrase] = useState('')
  const [again, setAgain] = useState('')
  const isLong = passphrase.trim().normalize('NFC').length >= passphraseLength.least
  const differs = again !== '' && again !== passphrase
  async function submit() {
    const answer = await encrypt.run({ passphrase })
    if (answer.ok) onMade(answer.value.recoveryKey)
  }
  return (
    <ActDialog
      title={t('backup.encryption.start')}
      submit={t('backup.encryption.submit')}
      icon="lock"
      isReady={isLong && again === passphrase}
      isRunning={encrypt.isRunning}
      failure={encrypt.failure}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>{t('backup.encryption.text')}</p>
      <TextField
        type="password"
        autoComplete="new-password"
        label={t('backup.encryption.passphrase')}
        hint={t('backup.encryption.passphraseHint', { least: passphraseLength.least })}
        value={passphrase}
        onChange={(event) => setPassphrase(event.target.value)}
        isRequired
      />
      <TextField
        type="password"
        autoComplete="new-password"
        label={t('backup.encryption.again')}
        error={differs ? t('backup.encryption.differs') : undefined}
        value={again}
        onChange={(event) => setAgain(event.target.value)}
        isRequired
      />
    </ActDialog>
  )
}
