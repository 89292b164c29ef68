import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { ImportRun } from '../../shared/interchange/contract.ts'
import { useCommand } from '../app/operations.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Failure } from '../ui/Failure.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { useNumberText } from '../ui/use-number-text.ts'

/** A run that left nothing in the catalogue goes with its lines and its file; one is asked first. */
export function DropRunDialog({ run, onClose }: { run: ImportRun; onClose: () => void }) {
  const { t } = useTranslation()
  const toast = useToast()
  const number = useNumberText()
  const navigate = useNavigate()
  const drop = useCommand('interchange.dropRun')
  async function submit() {
    const answer = await drop.run({ id: run.id })
    if (!answer.ok) return
    toast({ text: t('interchange.dropRun.done', { id: run.id }) })
    void navigate('/interchange', { replace: true })
  }
  return (
    <Dialog
      title={t('interchange.dropRun.title', { id: run.id })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('common.actions.cancel')}</Button>
          <Button kind="danger" icon="remove" disabled={drop.isRunning} onClick={() => void submit()}>
            {t('interchange.dropRun.submit')}
          </Button>
        </>
      }
    >
      <p>
        {t(run.state === 'staged' ? 'interchange.dropRun.textStaged' : 'interchange.dropRun.textUndone', {
          shown: number(run.counts.records),
        })}
      </p>
      <Failure of={drop.failure} />
    </Dialog>
  )
}
