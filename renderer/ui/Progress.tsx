import { useTranslation } from 'react-i18next'
import { Button } from './Button.tsx'
import { formatNumber, numberStyle } from './numbers.ts'
import { remainingSeconds } from './remaining.ts'

type Props = { label: string; done: number; total: number | null; startedAt: string; onCancel?: () => void }

/** Honest waiting: how much is done, how long is left, and a way out. */
export function Progress({ label, done, total, startedAt, onCancel }: Props) {
  const { t, i18n } = useTranslation()
  const style = numberStyle(i18n.language)
  const seconds = remainingSeconds({ done, total, elapsedMs: Date.now() - Date.parse(startedAt) })
  const amount = { done: formatNumber(done, style), total: formatNumber(total ?? 0, style) }
  return (
    <div className="progress">
      <div className="row">
        <span>{label}</span>
        <span className="soft number spacer">
          {total === null ? amount.done : t('ui.progress.amount', amount)}
          {seconds !== null &&
            ` · ${seconds < 60 ? t('ui.progress.seconds', { count: seconds }) : t('ui.progress.minutes', { count: Math.ceil(seconds / 60) })}`}
        </span>
        {onCancel && <Button onClick={onCancel}>{t('common.actions.cancel')}</Button>}
      </div>
      <progress aria-label={label} {...(total ? { value: done, max: total } : {})} />
    </div>
  )
}
