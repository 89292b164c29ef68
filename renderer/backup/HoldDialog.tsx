import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../app/operations.ts'
import { ActDialog } from '../ui/ActDialog.tsx'
import { TextField } from '../ui/TextField.tsx'

/** Keeps a copy whatever the rule says, with the reason for whoever asks later. */
export function HoldDialog({ id, onClose }: { id: number; onClose: () => void }) {
  const { t } = useTranslation()
  const hold = useCommand('backup.hold')
  const [heldFor, setHeldFor] = useState('')
  async function submit() {
    if ((await hold.run({ id, heldFor: heldFor.trim() })).ok) onClose()
  }
  return (
    <ActDialog
      title={t('backup.hold.title')}
      submit={t('backup.hold.submit')}
      icon="pin"
      isReady={heldFor.trim() !== ''}
      isRunning={hold.isRunning}
      failure={hold.failure}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>{t('backup.hold.text')}</p>
      <TextField
        label={t('backup.hold.reason')}
        value={heldFor}
        maxLength={200}
        onChange={(event) => setHeldFor(event.target.value)}
        isRequired
      />
    </ActDialog>
  )
}
