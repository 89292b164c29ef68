import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'react-router'

const pages = ['copies', 'copies/places', 'copies/series'] as const

/** The pages that belong together under one entry of the menu. */
export function HoldingTabs() {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  return (
    <nav className="link-tabs no-print" aria-label={t('copies.tabs.label')}>
      {pages.map((page) => (
        <Link key={page} to={`/${page}`} aria-current={pathname === `/${page}` ? 'page' : undefined}>
          {t(`copies.tabs.${page === 'copies' ? 'copies' : page === 'copies/places' ? 'places' : 'series'}`)}
        </Link>
      ))}
    </nav>
  )
}
