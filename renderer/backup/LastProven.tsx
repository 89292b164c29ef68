import { useTranslation } from 'react-i18next'
import { displayInstant, isoDateAt } from '../../shared/dates.ts'
import { Icon } from '../ui/icons.tsx'
import { daysBetween } from './sizes.ts'

/** How old the newest copy is that can be relied on. */
export function LastProven({ at }: { at: string | null }) {
  const { t } = useTranslation()
  if (!at) {
    return (
      <p className="row" style={{ flexWrap: 'nowrap', alignItems: 'flex-start' }}>
        <Icon name="warning" />
        <span>{t('backup.page.never')}</span>
      </p>
    )
  }
  const days = daysBetween(isoDateAt(Date.parse(at)), isoDateAt(Date.now()))
  const age =
    days <= 0
      ? t('backup.page.today')
      : days === 1
        ? t('backup.page.yesterday')
        : t('backup.page.daysAgo', { count: days })
  return (
    <div>
      <p className="soft">{t('backup.page.lastProven')}</p>
      <p className="row" style={{ fontSize: 'var(--text-large)', fontWeight: 600 }}>
        <Icon name="shield" />
        {displayInstant(at)} ({age})
      </p>
    </div>
  )
}
