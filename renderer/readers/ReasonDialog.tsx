import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { TextField } from '../ui/TextField.tsx'

type Props = { count: number; onReason: (reason: string) => void; onClose: () => void }

/** Why a count that was recorded is another one now. */
export function ReasonDialog({ count, onReason, onClose }: Props) {
  const { t } = useTranslation()
  const [reason, setReason] = useState('')
  const isGiven = reason.trim() !== ''
  function submit(event: FormEvent) {
    event.preventDefault()
    if (isGiven) onReason(reason)
  }
  return (
    <Dialog title={t('readers.counters.reasonTitle')} onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <p>{t('readers.counters.reasonText', { count })}</p>
        <TextField
          label={t('readers.counters.reason')}
          value={reason}
          placeholder={t('readers.counters.reasonPlaceholder')}
          maxLength={300}
          isRequired
          onChange={(event) => setReason(event.target.value)}
        />
        <div className="actions">
          <Button kind="primary" type="submit" icon="save" disabled={!isGiven}>
            {t('readers.counters.save')}
          </Button>
          <Button onClick={onClose}>{t('common.actions.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
