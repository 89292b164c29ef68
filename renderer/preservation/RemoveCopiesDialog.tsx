import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { isoDateAt, type IsoDate } from '../../shared/dates.ts'
import type { FileCopyRow } from '../../shared/preservation/contract.ts'
import { useCommand } from '../app/operations.ts'
import { Button } from '../ui/Button.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Failure } from '../ui/Failure.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { useNumberText } from '../ui/use-number-text.ts'

type Props = { volumeId: number; copies: FileCopyRow[]; onClose: () => void; onDone: () => void }

/** Copies that somebody took off a disk on purpose are no loss; what remains of their files is said first. */
export function RemoveCopiesDialog({ volumeId, copies, onClose, onDone }: Props) {
  const { t } = useTranslation()
  const toast = useToast()
  const number = useNumberText()
  const remove = useCommand('preservation.removeCopies')
  const takeBack = useCommand('preservation.takeBackRemoval')
  const [on, setOn] = useState<IsoDate | null>(isoDateAt(Date.now()))
  const [reason, setReason] = useState('')
  const shown = number(copies.length)
  const last = copies.filter(
    ({ state, soundCopies }) => soundCopies - (state === 'matched' ? 1 : 0) < 1,
  ).length
  async function submit(event: FormEvent) {
    event.preventDefault()
    if (on === null) return
    const answer = await remove.run({ volumeId, ids: copies.map(({ id }) => id), on, reason })
    if (!answer.ok) return
    const { id } = answer.value
    toast({
      text: t('preservation.removal.done', { count: copies.length, shown }),
      onUndo: async () => void (await takeBack.run({ id })),
    })
    onDone()
    onClose()
  }
  return (
    <Dialog title={t('preservation.removal.title', { count: copies.length, shown })} onClose={onClose}>
      <form className="stack" onSubmit={(event) => void submit(event)}>
        <p>{t('preservation.removal.text')}</p>
        {last > 0 && (
          <p>
            <strong>{t('preservation.removal.last', { count: last, shown: number(last) })}</strong>
          </p>
        )}
        <DateField label={t('preservation.removal.on')} value={on} onChange={setOn} isRequired />
        <TextField
          label={t('preservation.removal.reason')}
          isRequired
          maxLength={1000}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <Failure of={remove.failure} />
        <div className="actions">
          <Button
            kind="primary"
            type="submit"
            disabled={reason.trim() === '' || on === null || remove.isRunning}
          >
            {t('preservation.removal.act', { count: copies.length, shown })}
          </Button>
          <Button onClick={onClose}>{t('common.actions.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
