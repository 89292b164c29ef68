import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Volume } from '../../shared/preservation/contract.ts'
import { volumeFileName } from '../../shared/preservation/rules.ts'
import { useCommand } from '../app/operations.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Failure } from '../ui/Failure.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { FolderChooser } from './FolderChooser.tsx'

/** Says which one file will be written before it is. */
export function MarkDialog({ volume: { id, rev, code }, onClose }: { volume: Volume; onClose: () => void }) {
  const { t } = useTranslation()
  const toast = useToast()
  const mark = useCommand('preservation.markVolume')
  const [path, setPath] = useState('')
  async function write() {
    const answer = await mark.run({ id, rev, path })
    if (!answer.ok) return
    toast({ text: t('preservation.markForm.done', { code }) })
    onClose()
  }
  return (
    <Dialog
      title={t('preservation.markForm.title', { code })}
      onClose={onClose}
      actions={
        <>
          <Button kind="primary" disabled={path === '' || mark.isRunning} onClick={() => void write()}>
            {t('preservation.markForm.act')}
          </Button>
          <Button onClick={onClose}>{t('common.actions.cancel')}</Button>
        </>
      }
    >
      <p>{t('preservation.markForm.text', { file: volumeFileName })}</p>
      <TextField
        label={t('preservation.markForm.path')}
        value={path}
        onChange={(event) => setPath(event.target.value)}
        isRequired
      />
      <FolderChooser start="" onChoose={setPath} />
      <Failure of={mark.failure} />
    </Dialog>
  )
}
