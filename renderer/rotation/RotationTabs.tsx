import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'react-router'

const pages = ['shipments', 'sessions', 'routes'] as const

function addressOf(page: (typeof pages)[number]): string {
  return page === 'shipments' ? '/rotation' : `/rotation/${page}`
}

/** Stock and services that travel, under one entry of the menu. */
export function RotationTabs() {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  return (
    <nav className="link-tabs no-print" aria-label={t('rotation.tabs.label')}>
      {pages.map((page) => (
        <Link
          key={page}
          to={addressOf(page)}
          aria-current={pathname === addressOf(page) ? 'page' : undefined}
        >
          {t(`rotation.tabs.${page}`)}
        </Link>
      ))}
    </nav>
  )
}
