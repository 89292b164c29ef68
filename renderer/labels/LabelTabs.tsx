import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'react-router'

const pages = {
  print: '/labels',
  batches: '/labels/batches',
  templates: '/labels/templates',
  sheets: '/labels/sheets',
  printers: '/labels/printers',
} as const

/** The pages that belong together under one entry of the menu. */
export function LabelTabs() {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  return (
    <nav className="link-tabs no-print" aria-label={t('labels.tabs.label')}>
      {(Object.keys(pages) as (keyof typeof pages)[]).map((page) => (
        <Link key={page} to={pages[page]} aria-current={pathname === pages[page] ? 'page' : undefined}>
          {t(`labels.tabs.${page}`)}
        </Link>
      ))}
    </nav>
  )
}
