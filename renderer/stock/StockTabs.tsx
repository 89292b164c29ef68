import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'react-router'

const pages = [
  { path: '/stock', word: 'figures' },
  { path: '/stock/growth', word: 'growth' },
  { path: '/stock/opening', word: 'opening' },
] as const

/** The pages that belong together under one entry of the menu. */
export function StockTabs() {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  return (
    <nav className="link-tabs no-print" aria-label={t('stock.menu.figures')}>
      {pages.map(({ path, word }) => (
        <Link key={path} to={path} aria-current={pathname === path ? 'page' : undefined}>
          {t(`stock.menu.${word}`)}
        </Link>
      ))}
    </nav>
  )
}
