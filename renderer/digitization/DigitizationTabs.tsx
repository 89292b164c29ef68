import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'react-router'
import { useCan } from '../app/permissions.ts'

const pages = ['jobs', 'desk', 'batches', 'collections', 'rights', 'templates', 'stoppages'] as const

function addressOf(page: (typeof pages)[number]): string {
  return page === 'jobs' ? '/digitization/jobs' : `/digitization/jobs/${page}`
}

/** The pages about work, under one entry of the menu. */
export function DigitizationTabs() {
  const { t } = useTranslation()
  const can = useCan()
  const { pathname } = useLocation()
  return (
    <nav className="link-tabs no-print" aria-label={t('digitization.tabs.label')}>
      {pages
        .filter((page) => page !== 'desk' || can('digitization.work'))
        .map((page) => (
          <Link
            key={page}
            to={addressOf(page)}
            aria-current={pathname === addressOf(page) ? 'page' : undefined}
          >
            {t(`digitization.tabs.${page}`)}
          </Link>
        ))}
    </nav>
  )
}
