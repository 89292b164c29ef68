import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { Merger } from '../../shared/merger/contract.ts'
import { useCommand } from '../app/operations.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Failure } from '../ui/Failure.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { useNumberText } from '../ui/use-number-text.ts'

/** A merger that left nothing in the stock goes with all that was read of it; one is asked first. */
export function DropDialog({ merger, onClose }: { merger: Merger; onClose: () => void }) {
  const { t } = useTranslation()
  const toast = useToast()
  const number = useNumberText()
  const navigate = useNavigate()
  const drop = useCommand('merger.drop')
  const { id, unitName, found } = merger
  async function submit() {
    const answer = await drop.run({ id })
    if (!answer.ok) return
    toast({ text: t('merger.page.dropped', { unit: unitName }) })
    void navigate('/merger', { replace: true })
  }
  return (
    <Dialog
      title={t('merger.page.dropTitle', { unit: unitName })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('common.actions.cancel')}</Button>
          <Button kind="danger" icon="remove" disabled={drop.isRunning} onClick={() => void submit()}>
            {t('merger.page.dropSubmit')}
          </Button>
        </>
      }
    >
      <p>{t('merger.page.dropText', { unit: unitName, copies: number(found.copies + found.gone) })}</p>
      <Failure of={drop.failure} />
    </Dialog>
  )
}
