import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'react-router'

const pages = ['people', 'training', 'headcounts'] as const

function addressOf(page: (typeof pages)[number]): string {
  return page === 'people' ? '/staff' : `/staff/${page}`
}

/** The pages about those who work here, under one entry of the menu. */
export function StaffTabs() {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  return (
    <nav className="link-tabs no-print" aria-label={t('staff.tabs.label')}>
      {pages.map((page) => (
        <Link
          key={page}
          to={addressOf(page)}
          aria-current={pathname === addressOf(page) ? 'page' : undefined}
        >
          {t(`staff.tabs.${page}`)}
        </Link>
      ))}
    </nav>
  )
}
