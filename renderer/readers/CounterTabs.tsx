import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'react-router'

const pages = ['day', 'month', 'online', 'import', 'kinds'] as const

function addressOf(page: (typeof pages)[number]): string {
  return page === 'day' ? '/readers/counters' : `/readers/counters/${page}`
}

/** The pages of counters, under one entry of the menu. */
export function CounterTabs() {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  return (
    <nav className="link-tabs no-print" aria-label={t('readers.tabs.label')}>
      {pages.map((page) => (
        <Link
          key={page}
          to={addressOf(page)}
          aria-current={pathname === addressOf(page) ? 'page' : undefined}
        >
          {t(`readers.tabs.${page}`)}
        </Link>
      ))}
    </nav>
  )
}
