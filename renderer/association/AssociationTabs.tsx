import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'react-router'

const pages = ['branches', 'members', 'dues', 'ledger', 'income', 'awards', 'friendly', 'report'] as const

function addressOf(page: (typeof pages)[number]): string {
  return page === 'branches' ? '/association' : `/association/${page}`
}

/** The pages about the association, under one entry of the menu. */
export function AssociationTabs() {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  return (
    <nav className="link-tabs no-print" aria-label={t('association.tabs.label')}>
      {pages.map((page) => (
        <Link
          key={page}
          to={addressOf(page)}
          aria-current={pathname === addressOf(page) ? 'page' : undefined}
        >
          {t(`association.tabs.${page}`)}
        </Link>
      ))}
    </nav>
  )
}
