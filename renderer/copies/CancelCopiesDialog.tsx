import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../app/operations.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Failure } from '../ui/Failure.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { ActFacts } from './ActFacts.tsx'
import { isLive } from './copy-groups.ts'
import type { ActDialogProps } from './CopyBulk.tsx'

/** For copies that were entered by mistake; it cannot be taken back, so it says what it does in numbers. */
export function CancelCopiesDialog({ copies, onClose, onDone }: ActDialogProps) {
  const { t } = useTranslation()
  const toast = useToast()
  const number = useNumberText()
  const cancel = useCommand('copies.cancelCopies')
  const [reason, setReason] = useState('')
  const live = copies.filter(isLive)
  const words = { count: live.length, shown: number(live.length) }

  async function submit(event: FormEvent) {
    event.preventDefault()
    const answer = await cancel.run({ copyIds: live.map(({ id }) => id), reason })
    if (!answer.ok) return
    toast({
      text: t('copies.acts.cancelled', { count: answer.value.copies, shown: number(answer.value.copies) }),
    })
    onDone()
  }
  return (
    <Dialog title={t('copies.acts.cancelTitle', words)} onClose={onClose}>
      <form className="stack" onSubmit={(event) => void submit(event)}>
        <p>{t('copies.acts.cancelText', words)}</p>
        <ActFacts
          copies={copies}
          nameOf={(copy) => t('copies.acts.ofVoucher', { number: copy.voucherNumber })}
        />
        <TextField
          label={t('copies.acts.reason')}
          isRequired
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <Failure of={cancel.failure} />
        <div className="actions">
          <Button
            kind="danger"
            type="submit"
            disabled={reason.trim() === '' || live.length === 0 || cancel.isRunning}
          >
            {t('copies.acts.cancel', words)}
          </Button>
          <Button onClick={onClose}>{t('common.actions.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
