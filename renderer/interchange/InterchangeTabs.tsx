import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'react-router'
import { useCan } from '../app/permissions.ts'

const pages = [
  { path: '/interchange', word: 'runs', can: 'interchange.import' },
  { path: '/interchange/profiles', word: 'profiles', can: 'interchange.import' },
  { path: '/interchange/pools', word: 'pools', can: 'catalogue.read' },
  { path: '/interchange/export', word: 'export', can: 'catalogue.read' },
] as const

/** The pages that belong together under one entry of the menu. */
export function InterchangeTabs() {
  const { t } = useTranslation()
  const can = useCan()
  const { pathname } = useLocation()
  return (
    <nav className="link-tabs no-print" aria-label={t('interchange.menu.runs')}>
      {pages
        .filter((page) => can(page.can))
        .map(({ path, word }) => (
          <Link key={path} to={path} aria-current={pathname === path ? 'page' : undefined}>
            {t(`interchange.tabs.${word}`)}
          </Link>
        ))}
    </nav>
  )
}
