import { useTranslation } from 'react-i18next'
import type { ImportRun } from '../../shared/interchange/contract.ts'
import { useCommand } from '../app/operations.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Failure } from '../ui/Failure.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { useRunWords } from './use-run-words.ts'

/** The kept copy of a run's files cannot be had back, so one is asked first. */
export function DropFileDialog({ run, onClose }: { run: ImportRun; onClose: () => void }) {
  const { t } = useTranslation()
  const toast = useToast()
  const { size } = useRunWords()
  const drop = useCommand('interchange.dropFile')
  const bytes = size(run.files.reduce((sum, file) => sum + file.size, 0))
  async function submit() {
    const answer = await drop.run({ id: run.id })
    if (!answer.ok) return
    toast({ text: t('interchange.dropFile.done') })
    onClose()
  }
  return (
    <Dialog
      title={t('interchange.dropFile.title')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('common.actions.cancel')}</Button>
          <Button kind="danger" icon="remove" disabled={drop.isRunning} onClick={() => void submit()}>
            {t('interchange.dropFile.submit', { size: bytes })}
          </Button>
        </>
      }
    >
      <p>{t('interchange.dropFile.text')}</p>
      <Failure of={drop.failure} />
    </Dialog>
  )
}
