import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { displayInstant } from '../../shared/dates.ts'
import type { Output } from '../app/operation-types.ts'
import { useCommand, useQuery } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { PackageState } from '../sync/index.ts'
import { Button } from '../ui/Button.tsx'
import { Failure, useFailureText } from '../ui/Failure.tsx'
import { Icon } from '../ui/icons.tsx'
import { useToast } from '../ui/Toasts.tsx'
import type { SaveNote } from './NoteForm.tsx'
import { SignDialog } from './SignDialog.tsx'
import { useNextStepFocus } from './use-next-step-focus.ts'

type Period = Output<'reports.period'>
type StepName = 'prepare' | 'check' | 'sign' | 'send'
type StepProps = { name: StepName; isDone: boolean; isCurrent: boolean; children?: ReactNode }

function Step({ name, isDone, isCurrent, children }: StepProps) {
  const { t } = useTranslation()
  const state = isDone ? 'done' : isCurrent ? 'current' : 'later'
  return (
    <li className={`step ${state}`} aria-current={isCurrent ? 'step' : undefined}>
      <span className="mark">{isDone ? <Icon name="check" /> : null}</span>
      <div className="stack">
        <strong>
          {t(`reports.steps.${name}`)}
          <span className="visually-hidden"> ({t(`reports.steps.states.${state}`)})</span>
        </strong>
        {children}
      </div>
    </li>
  )
}

type ActionProps = { period: Period; saveNote: SaveNote }

/** What a toast of checking is about: once the period is signed, it can no longer be sent back. */
export function checkOf(periodId: number): string {
  return `reports.check/${periodId}`
}

/** Prepared, checked, signed, sent: who did each, and the button of the one that comes next. */
export function PeriodSteps({ period, saveNote }: ActionProps) {
  const { t } = useTranslation()
  const can = useCan()
  const { state } = period
  const list = useNextStepFocus(state)
  const sent = useQuery('sync.status', {}).value?.packages.find(
    ({ periodId, revision }) => periodId === period.id && revision > period.restated,
  )
  const by = (name: string | null, at: string | null) =>
    [name, at && displayInstant(at)].filter(Boolean).join(' · ')
  return (
    <ol ref={list} className="steps" tabIndex={-1}>
      <Step name="prepare" isDone={state !== 'open'} isCurrent={state === 'open'}>
        {period.preparedBy && (
          <span className="soft small">{t('reports.steps.openedBy', { name: period.preparedBy })}</span>
        )}
      </Step>
      <Step name="check" isDone={state !== 'open'} isCurrent={false}>
        {state === 'open' ? (
          <CheckAction period={period} saveNote={saveNote} />
        ) : (
          <CheckedBy period={period} by={by} />
        )}
      </Step>
      <Step name="sign" isDone={state === 'signed'} isCurrent={state === 'checked'}>
        {state === 'signed' ? (
          <span className="soft small">{by(period.signedBy, period.signedAt)}</span>
        ) : (
          <SignAction period={period} saveNote={saveNote} />
        )}
      </Step>
      <Step name="send" isDone={sent !== undefined} isCurrent={state === 'signed' && !sent}>
        {sent && <PackageState of={sent} />}
        {sent?.receipt?.outcome === 'conflict' && (
          <span className="soft small">{t('sync.conflictHint')}</span>
        )}
        {state === 'signed' && can('sync.deliver') && (
          <Link className={sent ? 'button' : 'button primary'} to={`/sync?period=${period.id}`}>
            <Icon name="send" />
            {t(sent ? 'reports.steps.exportAgain' : 'reports.steps.export')}
          </Link>
        )}
      </Step>
    </ol>
  )
}

function CheckAction({ period, saveNote }: ActionProps) {
  const { t } = useTranslation()
  const can = useCan()
  const toast = useToast()
  const text = useFailureText()
  const check = useCommand('reports.check')
  const undo = useCommand('reports.sendBack')
  if (!can('reports.prepare')) return <span className="soft small">{t('reports.steps.checkByOthers')}</span>

  async function confirm() {
    const saved = await saveNote()
    if (!saved) return
    const answer = await check.run({ id: period.id, rev: saved.rev })
    if (!answer.ok) return
    const { id, rev } = answer.value
    toast({
      text: t('reports.steps.checkedNow'),
      about: checkOf(id),
      async onUndo() {
        const undone = await undo.run({ id, rev })
        toast({ text: undone.ok ? t('reports.steps.sentBack') : text(undone.error) })
      },
    })
  }
  return (
    <>
      <Button
        kind="primary"
        icon="check"
        disabled={check.isRunning || period.problems.includes('period_not_ended')}
        onClick={() => void confirm()}
      >
        {t('reports.steps.confirm')}
      </Button>
      <Failure of={check.failure} />
    </>
  )
}

type CheckedProps = { period: Period; by: (name: string | null, at: string | null) => string }

function CheckedBy({ period, by }: CheckedProps) {
  const { t } = useTranslation()
  const can = useCan()
  const toast = useToast()
  const sendBack = useCommand('reports.sendBack')
  async function giveBack() {
    const answer = await sendBack.run({ id: period.id, rev: period.rev })
    if (answer.ok) toast({ text: t('reports.steps.sentBack') })
  }
  return (
    <>
      <span className="soft small">{by(period.checkedBy, period.checkedAt)}</span>
      {period.state === 'checked' && can('reports.prepare') && (
        <Button icon="restore" disabled={sendBack.isRunning} onClick={() => void giveBack()}>
          {t('reports.steps.sendBack')}
        </Button>
      )}
      <Failure of={sendBack.failure} />
    </>
  )
}

function SignAction({ period, saveNote }: ActionProps) {
  const { t } = useTranslation()
  const can = useCan()
  const [isSigning, setSigning] = useState(false)
  async function begin() {
    if (await saveNote()) setSigning(true)
  }
  if (!can('reports.sign')) return <span className="soft small">{t('reports.steps.signByDirector')}</span>
  return (
    <>
      {period.state === 'checked' && (
        <Button kind="primary" icon="lock" onClick={() => void begin()}>
          {t('reports.sign.submit')}
        </Button>
      )}
      {isSigning && <SignDialog period={period} onClose={() => setSigning(false)} />}
    </>
  )
}
