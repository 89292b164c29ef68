import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'react-router'

const pages = [
  'rooms',
  'equipment',
  'software',
  'connections',
  'services',
  'workflow',
  'infrastructure',
  'retirements',
] as const

function addressOf(page: (typeof pages)[number]): string {
  return page === 'rooms' ? '/facilities' : `/facilities/${page}`
}

/** Everything a library works with, under one entry of the menu. */
export function FacilitiesTabs() {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  return (
    <nav className="link-tabs no-print" aria-label={t('facilities.tabs.label')}>
      {pages.map((page) => (
        <Link
          key={page}
          to={addressOf(page)}
          aria-current={pathname === addressOf(page) ? 'page' : undefined}
        >
          {t(`facilities.tabs.${page}`)}
        </Link>
      ))}
    </nav>
  )
}
