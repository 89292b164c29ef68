import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { displayInstant } from '../../shared/dates.ts'
import { isAnswered } from '../../shared/reports/doubts.ts'
import type { Output } from '../app/operation-types.ts'
import { useCommand } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { ActDialog } from '../ui/ActDialog.tsx'
import { Button } from '../ui/Button.tsx'
import { Failure, useFailureText } from '../ui/Failure.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { forgetRev, latestRev, noteRev } from './latest-rev.ts'
import type { SaveWords } from './use-open-forms.ts'
import { PasswordField } from './PasswordField.tsx'
import { usePeriodName } from './use-period-name.ts'

type Period = Output<'reports.period'>
type Props = { period: Period; saveWords: SaveWords }

/** What a toast of checking is about: once the period is signed, it can no longer be sent back. */
export function checkOf(periodId: number): string {
  return `reports.check/${periodId}`
}

/** Whoever prepared the report gives it to whoever checks it. */
export function HandOverAction({ period, saveWords }: Props) {
  const { t } = useTranslation()
  const can = useCan()
  const toast = useToast()
  const text = useFailureText()
  const handOver = useCommand('reports.handOver')
  const undo = useCommand('reports.sendBack')
  if (!can('reports.prepare')) return null
  if (period.handedOverAt)
    return (
      <span className="soft small">
        {t('reports.steps.handedOver', {
          name: period.preparedBy ?? '',
          at: displayInstant(period.handedOverAt),
        })}
      </span>
    )
  async function give() {
    const saved = await saveWords()
    const answer = saved && (await handOver.run({ id: period.id, rev: saved.rev }))
    if (!answer?.ok) return forgetRev(period.id)
    const { id, rev } = answer.value
    noteRev(answer.value)
    toast({
      text: t('reports.steps.handedOverNow'),
      about: checkOf(id),
      async onUndo() {
        const undone = await undo.run({ id, rev })
        if (undone.ok) noteRev(undone.value)
        toast({ text: undone.ok ? t('reports.steps.sentBack') : text(undone.error) })
      },
    })
  }
  return (
    <>
      <Button
        kind="primary"
        icon="forward"
        disabled={handOver.isRunning || period.problems.includes('period_not_ended')}
        onClick={() => void give()}
      >
        {t('reports.steps.handOver')}
      </Button>
      <Failure of={handOver.failure} />
    </>
  )
}

/** Whoever checks says so with the own password; in a small library that is who prepared it. */
export function CheckAction({ period, saveWords }: Props) {
  const { t } = useTranslation()
  const can = useCan()
  const [isChecking, setChecking] = useState(false)
  if (!can('reports.prepare')) return <span className="soft small">{t('reports.steps.checkByOthers')}</span>
  return (
    <>
      <Button
        kind={period.handedOverAt ? 'primary' : 'plain'}
        icon="check"
        disabled={period.problems.includes('period_not_ended')}
        onClick={() => setChecking(true)}
      >
        {t('reports.steps.confirm')}
      </Button>
      {period.handedOverAt && <GiveBack period={period} />}
      {isChecking && <CheckDialog period={period} saveWords={saveWords} onClose={() => setChecking(false)} />}
    </>
  )
}

function CheckDialog({ period, saveWords, onClose }: Props & { onClose: () => void }) {
  const { t } = useTranslation()
  const toast = useToast()
  const text = useFailureText()
  const periodName = usePeriodName()
  const check = useCommand('reports.check')
  const undo = useCommand('reports.sendBack')
  const [password, setPassword] = useState('')
  const open = period.doubts.filter((doubt) => !isAnswered(doubt)).length
  async function submit() {
    const saved = await saveWords()
    if (!saved) return
    const answer = await check.run({ id: period.id, rev: saved.rev, password })
    if (!answer.ok) {
      forgetRev(period.id)
      setPassword('')
      return
    }
    const { id, rev } = answer.value
    noteRev(answer.value)
    toast({
      text: t('reports.steps.checkedNow'),
      about: checkOf(id),
      async onUndo() {
        const undone = await undo.run({ id, rev })
        if (undone.ok) noteRev(undone.value)
        toast({ text: undone.ok ? t('reports.steps.sentBack') : text(undone.error) })
      },
    })
    onClose()
  }
  return (
    <ActDialog
      title={t('reports.check.title', { period: periodName(period.period) })}
      submit={t('reports.steps.confirm')}
      icon="check"
      isReady={password !== '' && open === 0}
      isRunning={check.isRunning}
      failure={null}
      onSubmit={submit}
      onClose={onClose}
    >
      {open > 0 ? (
        <Notice icon="warning" text={t('reports.errors.unexplained', { count: open })} />
      ) : (
        <>
          <p>{t('reports.check.text')}</p>
          <PasswordField
            value={password}
            failure={check.failure}
            onChange={(value) => {
              check.clear()
              setPassword(value)
            }}
          />
        </>
      )}
    </ActDialog>
  )
}

/** Back to who prepared it, from the checker or from the director. */
export function GiveBack({ period }: { period: Period }) {
  const { t } = useTranslation()
  const toast = useToast()
  const sendBack = useCommand('reports.sendBack')
  async function give() {
    const answer = await sendBack.run({ id: period.id, rev: latestRev(period) })
    if (!answer.ok) return forgetRev(period.id)
    noteRev(answer.value)
    toast({ text: t('reports.steps.sentBack') })
  }
  return (
    <>
      <Button icon="restore" disabled={sendBack.isRunning} onClick={() => void give()}>
        {t('reports.steps.sendBack')}
      </Button>
      <Failure of={sendBack.failure} />
    </>
  )
}
