import { useTranslation } from 'react-i18next'
import { daysSince } from './age.ts'

/** How long ago a day was, in words. */
export function useAgeText(): (instant: string) => string {
  const { t } = useTranslation()
  return (instant) => {
    const days = daysSince(instant, Date.now())
    if (days <= 0) return t('common.age.today')
    return days === 1 ? t('common.age.yesterday') : t('common.age.daysAgo', { count: days })
  }
}
