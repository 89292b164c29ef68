import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'react-router'
import { useCan } from '../app/permissions.ts'

const pages = [
  ['/readers', 'list'],
  ['/readers/overdue', 'overdue'],
  ['/readers/settings', 'settings'],
] as const

/** The pages about readers and what they have, under one entry of the menu. */
export function ReaderTabs() {
  const { t } = useTranslation()
  const can = useCan()
  const { pathname } = useLocation()
  return (
    <nav className="link-tabs no-print" aria-label={t('readers.list.title')}>
      {pages
        .filter(([, page]) => page !== 'settings' || can('settings.manage'))
        .map(([address, page]) => (
          <Link key={page} to={address} aria-current={pathname === address ? 'page' : undefined}>
            {t(`readers.menu.${page}`)}
          </Link>
        ))}
    </nav>
  )
}
