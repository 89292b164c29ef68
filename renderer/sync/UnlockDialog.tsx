import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../app/operations.ts'
import { ActDialog } from '../ui/ActDialog.tsx'
import { useFailureText } from '../ui/Failure.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useToast } from '../ui/Toasts.tsx'

export function UnlockDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const text = useFailureText()
  const toast = useToast()
  const unlock = useCommand('sync.unlockKey')
  const [secret, setSecret] = useState('')
  async function submit() {
    const answer = await unlock.run({ secret })
    if (!answer.ok) return
    toast({ text: t('sync.key.unlocked') })
    onClose()
  }
  return (
    <ActDialog
      title={t('sync.key.unlock')}
      submit={t('sync.key.unlock')}
      icon="key"
      isReady={secret !== ''}
      isRunning={unlock.isRunning}
      failure={null}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField
        type="password"
        label={t('sync.key.secret')}
        error={unlock.failure ? text(unlock.failure) : undefined}
        isRequired
        value={secret}
        onChange={(event) => setSecret(event.target.value)}
      />
    </ActDialog>
  )
}
