import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { isoDateAt } from '../../shared/dates.ts'
import type { WeedingRecord } from '../../shared/weeding/contract.ts'
import type { PaperKind } from '../../shared/weeding/rules.ts'
import { useCommand } from '../app/operations.ts'
import { Button } from '../ui/Button.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Failure } from '../ui/Failure.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useToast } from '../ui/Toasts.tsx'

type Props = { weeding: WeedingRecord; kind: Exclude<PaperKind, 'approval'>; onClose: () => void }

/** The paper has come back signed: its number and its day, and from then on it stays as it is. */
export function RecordDialog({ weeding, kind, onClose }: Props) {
  const { t } = useTranslation()
  const toast = useToast()
  const record = useCommand('weeding.recordPaper')
  const [number, setNumber] = useState('')
  const [signedOn, setSignedOn] = useState<string | null>(() => isoDateAt(Date.now()))
  const isNumbered = kind === 'proposal' || kind === 'council'
  async function submit(event: FormEvent) {
    event.preventDefault()
    if (signedOn === null) return
    const answer = await record.run({ id: weeding.id, rev: weeding.rev, kind, number, signedOn })
    if (!answer.ok) return
    toast({ text: t('weeding.record.done', { name: t(`weeding.papers.${kind}`) }) })
    onClose()
  }
  return (
    <Dialog title={t('weeding.record.title', { name: t(`weeding.papers.${kind}`) })} onClose={onClose}>
      <form className="stack" onSubmit={(event) => void submit(event)}>
        <p className="soft">{t(`weeding.record.hints.${kind}`)}</p>
        <div className="form-grid">
          <TextField
            label={t('weeding.record.number')}
            hint={t(isNumbered ? 'weeding.record.numberHint' : 'weeding.record.numberOptional')}
            isRequired={isNumbered}
            value={number}
            onChange={(event) => setNumber(event.target.value)}
          />
          <DateField
            label={t('weeding.record.signedOn')}
            isRequired
            value={signedOn}
            onChange={setSignedOn}
          />
        </div>
        <Failure of={record.failure} />
        <div className="actions">
          <Button
            kind="primary"
            type="submit"
            icon="lock"
            disabled={signedOn === null || (isNumbered && number.trim() === '') || record.isRunning}
          >
            {t('weeding.record.submit')}
          </Button>
          <Button onClick={onClose}>{t('common.actions.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
