import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'react-router'

const pages = ['list', 'given', 'own', 'earlier'] as const

function addressOf(page: (typeof pages)[number]): string {
  return page === 'list' ? '/indicators' : `/indicators/${page}`
}

/** Figures, and what people say where no record tells them. */
export function IndicatorTabs() {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  return (
    <nav className="link-tabs no-print" aria-label={t('indicators.tabs.label')}>
      {pages.map((page) => (
        <Link
          key={page}
          to={addressOf(page)}
          aria-current={pathname === addressOf(page) ? 'page' : undefined}
        >
          {t(`indicators.tabs.${page}`)}
        </Link>
      ))}
    </nav>
  )
}
