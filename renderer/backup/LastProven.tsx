import { useTranslation } from 'react-i18next'
import { displayInstant } from '../../shared/dates.ts'
import { Icon } from '../ui/icons.tsx'
import { daysSince } from './age.ts'

/** How old the newest copy is that can be relied on. */
export function LastProven({ at }: { at: string | null }) {
  const { t } = useTranslation()
  if (!at) {
    return (
      <p className="fact warn">
        <Icon name="warning" />
        <span>{t('backup.page.never')}</span>
      </p>
    )
  }
  const days = daysSince(at, Date.now())
  const age =
    days <= 0
      ? t('backup.page.today')
      : days === 1
        ? t('backup.page.yesterday')
        : t('backup.page.daysAgo', { count: days })
  return (
    <div>
      <p className="soft">{t('backup.page.lastProven')}</p>
      <p className="row large">
        <Icon name="shield" />
        {displayInstant(at)} ({age})
      </p>
    </div>
  )
}
