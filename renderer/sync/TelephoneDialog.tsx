import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../app/operation-types.ts'
import { useCommand } from '../app/operations.ts'
import { ActDialog } from '../ui/ActDialog.tsx'
import { useFailureText } from '../ui/Failure.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useToast } from '../ui/Toasts.tsx'

type Props = { written: Output<'sync.status'>['packages'][number]; onClose: () => void }

export function TelephoneDialog({ written, onClose }: Props) {
  const { t } = useTranslation()
  const toast = useToast()
  const text = useFailureText()
  const note = useCommand('sync.noteTelephoneCode')
  const [code, setCode] = useState('')
  async function submit() {
    const answer = await note.run({ packageId: written.id, code })
    if (!answer.ok) return
    toast({ text: t('sync.states.receivedByTelephone') })
    onClose()
  }
  return (
    <ActDialog
      title={t('sync.telephone.title')}
      submit={t('sync.telephone.act')}
      icon="check"
      isReady={code.trim() !== ''}
      isRunning={note.isRunning}
      failure={null}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>{t('sync.telephone.text', { hash: written.hash.slice(0, 12) })}</p>
      <TextField
        label={t('sync.telephone.code')}
        hint={t('sync.telephone.codeHint')}
        error={note.failure ? text(note.failure) : undefined}
        className="mono"
        isRequired
        value={code}
        onChange={(event) => setCode(event.target.value)}
      />
    </ActDialog>
  )
}
