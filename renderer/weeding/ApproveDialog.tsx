import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { isoDateAt } from '../../shared/dates.ts'
import type { WeedingRecord } from '../../shared/weeding/contract.ts'
import { useCommand } from '../app/operations.ts'
import { Button } from '../ui/Button.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Failure } from '../ui/Failure.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { ShareFact } from './WeedingFigures.tsx'

type Props = { weeding: WeedingRecord; onClose: () => void }

/** The last step: what it does stands above its button in numbers, for the copies leave the stock with it. */
export function ApproveDialog({ weeding, onClose }: Props) {
  const { t } = useTranslation()
  const toast = useToast()
  const figure = useNumberText()
  const approve = useCommand('weeding.approve')
  const today = isoDateAt(Date.now())
  const [number, setNumber] = useState('')
  const [signedOn, setSignedOn] = useState<string | null>(today)
  const [withdrawnOn, setWithdrawnOn] = useState<string | null>(today)
  const [isMeant, setMeant] = useState(false)
  const { share, amountMinor, titles } = weeding
  const words = { count: share.copies, shown: figure(share.copies) }
  const isReady =
    number.trim() !== '' && signedOn !== null && withdrawnOn !== null && (!share.isAboveLimit || isMeant)
  async function submit(event: FormEvent) {
    event.preventDefault()
    if (signedOn === null || withdrawnOn === null) return
    const answer = await approve.run({
      id: weeding.id,
      rev: weeding.rev,
      number,
      signedOn,
      withdrawnOn,
      isAboveLimitMeant: isMeant,
    })
    if (!answer.ok) return
    toast({ text: t('weeding.approve.done', words) })
    onClose()
  }
  return (
    <Dialog title={t('weeding.approve.title')} isWide onClose={onClose}>
      <form className="stack" onSubmit={(event) => void submit(event)}>
        <p>
          {t('weeding.approve.consequence', {
            ...words,
            titles: figure(titles),
            amount: figure(amountMinor),
          })}
        </p>
        <ShareFact share={share} />
        <div className="form-grid">
          <TextField
            label={t('weeding.record.number')}
            hint={t('weeding.approve.numberHint')}
            isRequired
            value={number}
            onChange={(event) => setNumber(event.target.value)}
          />
          <DateField
            label={t('weeding.record.signedOn')}
            isRequired
            value={signedOn}
            onChange={setSignedOn}
          />
          <DateField
            label={t('weeding.approve.withdrawnOn')}
            hint={t('weeding.approve.withdrawnHint')}
            isRequired
            value={withdrawnOn}
            onChange={setWithdrawnOn}
          />
        </div>
        {share.isAboveLimit && (
          <label className="check">
            <input type="checkbox" checked={isMeant} onChange={(event) => setMeant(event.target.checked)} />
            <span>{t('weeding.approve.isMeant')}</span>
          </label>
        )}
        <Failure of={approve.failure} />
        <div className="actions">
          <Button kind="primary" type="submit" icon="check" disabled={!isReady || approve.isRunning}>
            {t('weeding.approve.submit', words)}
          </Button>
          <Button onClick={onClose}>{t('common.actions.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
