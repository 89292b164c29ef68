import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'react-router'

const pages = [
  'partners',
  'projects',
  'agreements',
  'gifts',
  'delegations',
  'memberships',
  'reports',
] as const

/** The pages about whom the library works with and what it was given, under one entry of the menu. */
export function CooperationTabs() {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  return (
    <nav className="link-tabs no-print" aria-label={t('cooperation.tabs.label')}>
      {pages.map((page) => (
        <Link
          key={page}
          to={`/cooperation/${page}`}
          aria-current={pathname === `/cooperation/${page}` ? 'page' : undefined}
        >
          {t(`cooperation.tabs.${page}`)}
        </Link>
      ))}
    </nav>
  )
}
