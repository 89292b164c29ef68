import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'react-router'

const pages = {
  folders: '/preservation',
  texts: '/preservation/texts',
  volumes: '/preservation/volumes',
  packages: '/preservation/packages',
  profiles: '/preservation/profiles',
} as const

/** The pages that belong together under one entry of the menu. */
export function PreservationTabs() {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  return (
    <nav className="link-tabs no-print" aria-label={t('preservation.tabs.label')}>
      {(Object.keys(pages) as (keyof typeof pages)[]).map((page) => (
        <Link key={page} to={pages[page]} aria-current={pathname === pages[page] ? 'page' : undefined}>
          {t(`preservation.tabs.${page}`)}
        </Link>
      ))}
    </nav>
  )
}
