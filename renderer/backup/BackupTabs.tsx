import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'react-router'

const pages = { copies: '/backup', places: '/backup/places' } as const

/** The pages that belong together under one entry of the menu. */
export function BackupTabs() {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  return (
    <nav className="link-tabs no-print" aria-label={t('backup.tabs.label')}>
      {(Object.keys(pages) as (keyof typeof pages)[]).map((page) => (
        <Link key={page} to={pages[page]} aria-current={pathname === pages[page] ? 'page' : undefined}>
          {t(`backup.tabs.${page}`)}
        </Link>
      ))}
    </nav>
  )
}
