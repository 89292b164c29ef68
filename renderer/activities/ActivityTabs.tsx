import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'react-router'

const pages = ['list', 'calendar', 'campaigns', 'types'] as const

function addressOf(page: (typeof pages)[number]): string {
  return page === 'list' ? '/activities' : `/activities/${page}`
}

/** The pages about what the library does, under one entry of the menu. */
export function ActivityTabs() {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  return (
    <nav className="link-tabs no-print" aria-label={t('activities.tabs.label')}>
      {pages.map((page) => (
        <Link
          key={page}
          to={addressOf(page)}
          aria-current={pathname === addressOf(page) ? 'page' : undefined}
        >
          {t(`activities.tabs.${page}`)}
        </Link>
      ))}
    </nav>
  )
}
