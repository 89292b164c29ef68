import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { withdrawalLimit } from '../../shared/copies/rules.ts'
import { isoDateAt } from '../../shared/dates.ts'
import type { WeedingRecord } from '../../shared/weeding/contract.ts'
import { explainsLimit, type PaperKind } from '../../shared/weeding/rules.ts'
import { useCommand } from '../app/operations.ts'
import { Button } from '../ui/Button.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Failure } from '../ui/Failure.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { ShareFact } from './WeedingFigures.tsx'

type Props = { weeding: WeedingRecord; kind: Exclude<PaperKind, 'approval'>; onClose: () => void }

/** The paper has come back signed: its number and its day, and from then on it stays as it is. */
export function RecordDialog({ weeding, kind, onClose }: Props) {
  const { t } = useTranslation()
  const toast = useToast()
  const figure = useNumberText()
  const record = useCommand('weeding.recordPaper')
  const [number, setNumber] = useState('')
  const [signedOn, setSignedOn] = useState<string | null>(() => isoDateAt(Date.now()))
  const { share } = weeding
  const isAbove = explainsLimit(kind) && share.isAboveLimit
  const [isMeant, setMeant] = useState(false)
  const written = weeding.papers.find((paper) => paper.kind === kind)?.content.aboveLimitReason ?? ''
  const [reason, setReason] = useState(written)
  const isExplained = !isAbove || (isMeant && reason.trim() !== '')
  const isNumbered = kind === 'proposal' || kind === 'council'
  async function submit(event: FormEvent) {
    event.preventDefault()
    if (signedOn === null) return
    const answer = await record.run({
      id: weeding.id,
      rev: weeding.rev,
      kind,
      number,
      signedOn,
      aboveLimitReason: isAbove ? reason : '',
    })
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
        {isAbove && (
          <>
            <ShareFact share={share} />
            <label className="check">
              <input type="checkbox" checked={isMeant} onChange={(event) => setMeant(event.target.checked)} />
              <span>{t('weeding.record.isMeant', { limit: figure(withdrawalLimit * 100) })}</span>
            </label>
            <TextField
              label={t('weeding.content.aboveLimitReason')}
              hint={t('weeding.record.aboveLimitHint')}
              isRequired
              disabled={!isMeant}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          </>
        )}
        <Failure of={record.failure} />
        <div className="actions">
          <Button
            kind="primary"
            type="submit"
            icon="lock"
            disabled={
              signedOn === null || (isNumbered && number.trim() === '') || !isExplained || record.isRunning
            }
          >
            {t('weeding.record.submit')}
          </Button>
          <Button onClick={onClose}>{t('common.actions.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
