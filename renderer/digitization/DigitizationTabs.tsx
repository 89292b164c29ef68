import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'react-router'
import { useCan } from '../app/permissions.ts'

/** Checking is a module of its own, which stands here where the work does. */
const pages = {
  jobs: { to: '/digitization/jobs', can: 'digitization.read' },
  desk: { to: '/digitization/jobs/desk', can: 'digitization.work' },
  batches: { to: '/digitization/jobs/batches', can: 'digitization.read' },
  collections: { to: '/digitization/jobs/collections', can: 'digitization.read' },
  inspection: { to: '/inspection', can: 'inspection.read' },
  rights: { to: '/digitization/jobs/rights', can: 'digitization.read' },
  templates: { to: '/digitization/jobs/templates', can: 'digitization.read' },
  stoppages: { to: '/digitization/jobs/stoppages', can: 'digitization.read' },
} as const

/** The pages about work, under one entry of the menu. */
export function DigitizationTabs() {
  const { t } = useTranslation()
  const can = useCan()
  const { pathname } = useLocation()
  return (
    <nav className="link-tabs no-print" aria-label={t('digitization.tabs.label')}>
      {(Object.keys(pages) as (keyof typeof pages)[])
        .filter((page) => can(pages[page].can))
        .map((page) => (
          <Link
            key={page}
            to={pages[page].to}
            aria-current={pathname === pages[page].to ? 'page' : undefined}
          >
            {t(`digitization.tabs.${page}`)}
          </Link>
        ))}
    </nav>
  )
}
