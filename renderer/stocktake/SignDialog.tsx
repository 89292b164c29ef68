import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { isoDateAt } from '../../shared/dates.ts'
import type { Stocktake } from '../../shared/stocktake/contract.ts'
import { useCommand } from '../app/operations.ts'
import { Button } from '../ui/Button.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Failure } from '../ui/Failure.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useToast } from '../ui/Toasts.tsx'

/** The paper has been signed: from here on nothing of the stocktake changes. */
export function SignDialog({ stocktake, onClose }: { stocktake: Stocktake; onClose: () => void }) {
  const { t } = useTranslation()
  const toast = useToast()
  const sign = useCommand('stocktake.sign')
  const [minutesNumber, setNumber] = useState(stocktake.minutesNumber)
  const [signedOn, setSignedOn] = useState<string | null>(isoDateAt(Date.now()))
  async function submit(event: FormEvent) {
    event.preventDefault()
    if (signedOn === null) return
    const answer = await sign.run({ id: stocktake.id, minutesNumber, signedOn })
    if (!answer.ok) return
    toast({ text: t('stocktake.signing.done') })
    onClose()
  }
  return (
    <Dialog title={t('stocktake.signing.title')} onClose={onClose}>
      <form className="stack" onSubmit={(event) => void submit(event)}>
        <p>{t('stocktake.signing.text')}</p>
        <div className="form-grid">
          <TextField
            label={t('stocktake.fields.minutesNumber')}
            value={minutesNumber}
            maxLength={100}
            onChange={(event) => setNumber(event.target.value)}
          />
          <DateField
            label={t('stocktake.fields.signedOn')}
            isRequired
            value={signedOn}
            onChange={setSignedOn}
          />
        </div>
        <Failure of={sign.failure} />
        <div className="actions">
          <Button kind="primary" type="submit" disabled={signedOn === null || sign.isRunning}>
            {t('stocktake.signing.submit')}
          </Button>
          <Button onClick={onClose}>{t('common.actions.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
