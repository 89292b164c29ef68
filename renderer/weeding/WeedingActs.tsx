import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { displayDate, isoDateAt } from '../../shared/dates.ts'
import { stages, type Stage } from '../../shared/weeding/rules.ts'
import type { WeedingRecord } from '../../shared/weeding/contract.ts'
import { useCommand } from '../app/operations.ts'
import { Button } from '../ui/Button.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { WeedingDialog } from './WeedingDialog.tsx'

type Props = { weeding: WeedingRecord }
type Open = 'change' | 'back' | 'remove' | 'destroy'

/** What can be done with a dossier as a whole, as far as it has come. */
export function WeedingActs({ weeding }: Props) {
  const { t } = useTranslation()
  const [open, setOpen] = useState<Open | null>(null)
  const { stage, keptUntil, destroyedOn } = weeding
  const isExpired = keptUntil !== null && keptUntil <= isoDateAt(Date.now()) && destroyedOn === null
  const close = () => setOpen(null)
  return (
    <>
      {stage !== 'approved' && (
        <Button icon="edit" onClick={() => setOpen('change')}>
          {t('weeding.acts.change')}
        </Button>
      )}
      {stage !== 'approved' && stage !== 'gathering' && (
        <Button icon="restore" onClick={() => setOpen('back')}>
          {t('weeding.acts.back')}
        </Button>
      )}
      {stage === 'gathering' && (
        <Button icon="remove" onClick={() => setOpen('remove')}>
          {t('weeding.acts.remove')}
        </Button>
      )}
      {isExpired && (
        <Button icon="remove" onClick={() => setOpen('destroy')}>
          {t('weeding.acts.destroy')}
        </Button>
      )}
      {destroyedOn !== null && <UndoDestroyed weeding={weeding} />}
      {open === 'change' && <WeedingDialog weeding={weeding} onClose={close} />}
      {open === 'back' && <BackDialog weeding={weeding} onClose={close} />}
      {open === 'remove' && <RemoveDialog weeding={weeding} onClose={close} />}
      {open === 'destroy' && <DestroyDialog weeding={weeding} onClose={close} />}
    </>
  )
}

type DialogProps = Props & { onClose: () => void }

/** Back to an earlier step, said why; the papers after it lose their number and day. */
function BackDialog({ weeding, onClose }: DialogProps) {
  const { t } = useTranslation()
  const toast = useToast()
  const goBack = useCommand('weeding.goBack')
  const earlier = stages.slice(0, stages.indexOf(weeding.stage))
  const [to, setTo] = useState<Stage>(earlier.at(-1) ?? 'gathering')
  const [reason, setReason] = useState('')
  const lost = weeding.papers.filter((_, index) => index >= stages.indexOf(to) && index < earlier.length)
  async function submit(event: FormEvent) {
    event.preventDefault()
    const answer = await goBack.run({ id: weeding.id, rev: weeding.rev, to, reason })
    if (!answer.ok) return
    toast({ text: t('weeding.back.done', { stage: t(`weeding.stages.${to}`) }) })
    onClose()
  }
  return (
    <Dialog title={t('weeding.back.title')} onClose={onClose}>
      <form className="stack" onSubmit={(event) => void submit(event)}>
        <Select
          label={t('weeding.back.to')}
          value={to}
          options={earlier.map((stage) => ({ value: stage, label: t(`weeding.stages.${stage}`) }))}
          onChange={(event) => setTo(earlier.find((stage) => stage === event.target.value) ?? to)}
        />
        <p>
          {t('weeding.back.text', {
            count: lost.length,
            papers: lost.map(({ kind }) => t(`weeding.papers.${kind}`)).join(', '),
          })}
        </p>
        <TextField
          label={t('weeding.back.reason')}
          isRequired
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <Failure of={goBack.failure} />
        <div className="actions">
          <Button kind="primary" type="submit" disabled={reason.trim() === '' || goBack.isRunning}>
            {t('weeding.back.submit')}
          </Button>
          <Button onClick={onClose}>{t('common.actions.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}

function RemoveDialog({ weeding, onClose }: DialogProps) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const toast = useToast()
  const number = useNumberText()
  const remove = useCommand('weeding.removeWeeding')
  const { id, rev, name, copies, removed } = weeding
  async function run() {
    const answer = await remove.run({ id, rev })
    if (!answer.ok) return
    toast({ text: t('weeding.remove.done', { name }) })
    void navigate('/weeding', { replace: true })
  }
  return (
    <Dialog
      title={t('weeding.remove.title')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('common.actions.cancel')}</Button>
          <Button kind="danger" icon="remove" disabled={remove.isRunning} onClick={() => void run()}>
            {t('weeding.remove.submit')}
          </Button>
        </>
      }
    >
      <p>
        {t('weeding.remove.text', {
          name,
          count: copies + removed,
          shown: number(copies + removed),
        })}
      </p>
      <Failure of={remove.failure} />
    </Dialog>
  )
}

/** Records what the office did with the papers; the program itself destroys nothing. */
function DestroyDialog({ weeding, onClose }: DialogProps) {
  const { t } = useTranslation()
  const toast = useToast()
  const set = useCommand('weeding.setDestroyed')
  const [on, setOn] = useState<string | null>(() => isoDateAt(Date.now()))
  const [note, setNote] = useState('')
  async function submit(event: FormEvent) {
    event.preventDefault()
    if (on === null) return
    const answer = await set.run({ id: weeding.id, rev: weeding.rev, on, note })
    if (!answer.ok) return
    toast({ text: t('weeding.destroy.done', { on: displayDate(on) }) })
    onClose()
  }
  return (
    <Dialog title={t('weeding.destroy.title')} onClose={onClose}>
      <form className="stack" onSubmit={(event) => void submit(event)}>
        <p>{t('weeding.destroy.text', { until: displayDate(weeding.keptUntil ?? '') })}</p>
        <DateField label={t('weeding.destroy.on')} isRequired value={on} onChange={setOn} />
        <TextField
          label={t('weeding.destroy.note')}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
        <Failure of={set.failure} />
        <div className="actions">
          <Button kind="primary" type="submit" disabled={on === null || set.isRunning}>
            {t('weeding.destroy.submit')}
          </Button>
          <Button onClick={onClose}>{t('common.actions.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}

function UndoDestroyed({ weeding: { id, rev } }: Props) {
  const { t } = useTranslation()
  const toast = useToast()
  const set = useCommand('weeding.setDestroyed')
  async function run() {
    const answer = await set.run({ id, rev, on: null })
    if (answer.ok) toast({ text: t('weeding.destroy.undone') })
  }
  return (
    <Button icon="restore" disabled={set.isRunning} onClick={() => void run()}>
      {t('weeding.destroy.undo')}
    </Button>
  )
}
