import { useTranslation } from 'react-i18next'
import { Button } from './Button.tsx'
import { remainingSeconds } from './remaining.ts'
import { useNumberText } from './use-number-text.ts'

type Props = {
  label: string
  run: { done: number; total: number | null; startedAt: string }
  /** Said instead of the numbers. */
  amount?: string | undefined
  /** On one line: the label and the bar. */
  isSmall?: boolean
  onCancel?: () => void
}

/** Honest waiting: how much is done, how long is left, and a way out. */
export function Progress({ label, run, amount, isSmall = false, onCancel }: Props) {
  const { done, total } = run
  const bar = <progress aria-label={label} {...(total ? { value: done, max: total } : {})} />
  if (isSmall) {
    return (
      <span>
        {label}
        {bar}
      </span>
    )
  }
  return (
    <div className="progress">
      <div className="row">
        <span>{label}</span>
        <Amount run={run} said={amount} />
        {onCancel && <CancelButton onCancel={onCancel} />}
      </div>
      {bar}
    </div>
  )
}

function CancelButton({ onCancel }: { onCancel: () => void }) {
  const { t } = useTranslation()
  return <Button onClick={onCancel}>{t('common.actions.cancel')}</Button>
}

type AmountProps = { run: Props['run']; said: string | undefined }

function Amount({ run: { done, total, startedAt }, said }: AmountProps) {
  const { t } = useTranslation()
  const number = useNumberText()
  const seconds = remainingSeconds({ done, total, elapsedMs: Date.now() - Date.parse(startedAt) })
  const counted =
    total === null ? number(done) : t('ui.progress.amount', { done: number(done), total: number(total) })
  const remaining =
    seconds !== null &&
    (seconds < 60
      ? t('ui.progress.seconds', { count: seconds })
      : t('ui.progress.minutes', { count: Math.ceil(seconds / 60) }))
  return (
    <span className="soft number spacer">{[said ?? counted, remaining].filter(Boolean).join(' · ')}</span>
  )
}
