import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../app/operations.ts'
import { ActDialog } from '../ui/ActDialog.tsx'
import { TextField } from '../ui/TextField.tsx'

type Props = { onShown: (recoveryKey: string) => void; onClose: () => void }

/** The paper again, for whoever knows the passphrase. */
export function ShowKeyDialog({ onShown, onClose }: Props) {
  const { t } = useTranslation()
  const show = useCommand('backup.recoveryKey')
  const [passphrase, setPassphrase] = useState('')
  async function submit() {
    const answer = await show.run({ passphrase })
    if (answer.ok) onShown(answer.value.recoveryKey)
  }
  return (
    <ActDialog
      title={t('backup.encryption.paper')}
      submit={t('backup.encryption.show')}
      icon="print"
      isReady={passphrase !== ''}
      isRunning={show.isRunning}
      failure={show.failure}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField
        type="password"
        autoComplete="off"
        label={t('backup.encryption.passphrase')}
        value={passphrase}
        onChange={(event) => setPassphrase(event.target.value)}
        isRequired
      />
    </ActDialog>
  )
}
