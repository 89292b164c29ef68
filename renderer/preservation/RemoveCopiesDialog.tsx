import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isoDateAt, type IsoDate } from '../../shared/dates.ts'
import type { FileCopyRow } from '../../shared/preservation/contract.ts'
import { useCommand } from '../app/operations.ts'
import { ActDialog } from '../ui/ActDialog.tsx'
import { DateField } from '../ui/DateField.tsx'
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
  async function submit() {
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
    <ActDialog
      title={t('preservation.removal.title', { count: copies.length, shown })}
      onClose={onClose}
      submit={t('preservation.removal.act', { count: copies.length, shown })}
      isReady={reason.trim() !== '' && on !== null}
      isRunning={remove.isRunning}
      failure={remove.failure}
      onSubmit={submit}
    >
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
    </ActDialog>
  )
}
