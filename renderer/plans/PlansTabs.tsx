import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'react-router'

const pages = ['roadmaps', 'milestones', 'timeline', 'documents', 'allocations', 'grid', 'targets'] as const

function addressOf(page: (typeof pages)[number]): string {
  return page === 'roadmaps' ? '/plans' : `/plans/${page}`
}

/** Plans, money and targets under one entry of the menu. */
export function PlansTabs() {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  return (
    <nav className="link-tabs no-print" aria-label={t('plans.tabs.label')}>
      {pages.map((page) => (
        <Link
          key={page}
          to={addressOf(page)}
          aria-current={pathname === addressOf(page) ? 'page' : undefined}
        >
          {t(`plans.tabs.${page}`)}
        </Link>
      ))}
    </nav>
  )
}
