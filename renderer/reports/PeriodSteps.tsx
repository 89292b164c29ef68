import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { displayInstant } from '../../shared/dates.ts'
import { isSent } from '../../shared/periods.ts'
import type { Output } from '../app/operation-types.ts'
import { useQuery } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { PackageState } from '../sync/index.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/icons.tsx'
import { CheckAction, GiveBack, HandOverAction } from './CheckActions.tsx'
import type { SaveWords } from './use-open-forms.ts'
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

type ActionProps = { period: Period; saveWords: SaveWords }

/** Prepared, checked, signed, sent: who did each, and the button of the one that comes next. */
export function PeriodSteps({ period, saveWords }: ActionProps) {
  const { t } = useTranslation()
  const can = useCan()
  const { state } = period
  const isHandedOver = state !== 'open' || period.handedOverAt !== null
  const list = useNextStepFocus(state)
  const sent = useQuery('sync.status', {}).value?.packages.find(
    ({ periodId, revision }) => periodId === period.id && revision > period.restated,
  )
  const by = (name: string | null, at: string | null) =>
    [name, at && displayInstant(at)].filter(Boolean).join(' · ')
  return (
    <ol ref={list} className="steps" tabIndex={-1}>
      <Step name="prepare" isDone={isHandedOver} isCurrent={!isHandedOver}>
        {period.preparedBy && (
          <span className="soft small">{t('reports.steps.openedBy', { name: period.preparedBy })}</span>
        )}
        {state === 'open' && <HandOverAction period={period} saveWords={saveWords} />}
      </Step>
      <Step name="check" isDone={state !== 'open'} isCurrent={state === 'open' && isHandedOver}>
        {state === 'open' ? (
          <CheckAction period={period} saveWords={saveWords} />
        ) : (
          <CheckedBy period={period} by={by} />
        )}
      </Step>
      <Step name="sign" isDone={state === 'signed'} isCurrent={state === 'checked'}>
        {state === 'signed' ? (
          <span className="soft small">{by(period.signedBy, period.signedAt)}</span>
        ) : (
          <SignAction period={period} saveWords={saveWords} />
        )}
      </Step>
      {isSent(period) && (
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
      )}
    </ol>
  )
}

type CheckedProps = { period: Period; by: (name: string | null, at: string | null) => string }

function CheckedBy({ period, by }: CheckedProps) {
  const can = useCan()
  return (
    <>
      <span className="soft small">{by(period.checkedBy, period.checkedAt)}</span>
      {period.state === 'checked' && can('reports.prepare') && <GiveBack period={period} />}
    </>
  )
}

function SignAction({ period, saveWords }: ActionProps) {
  const { t } = useTranslation()
  const can = useCan()
  const [isSigning, setSigning] = useState(false)
  async function begin() {
    if (await saveWords()) setSigning(true)
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
