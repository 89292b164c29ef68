import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'react-router'

const addresses = {
  points: '/network',
  conditions: '/network/conditions',
  importance: '/network/importance',
  survey: '/network/survey',
  followUps: '/network/follow-ups',
  exchanges: '/network/exchanges',
  populations: '/network/populations',
} as const
const pages = Object.keys(addresses) as (keyof typeof addresses)[]

/** The territory's libraries and what there is with them, under one entry of the menu. */
export function NetworkTabs() {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  return (
    <nav className="link-tabs no-print" aria-label={t('network.tabs.label')}>
      {pages.map((page) => (
        <Link
          key={page}
          to={addresses[page]}
          aria-current={pathname === addresses[page] ? 'page' : undefined}
        >
          {t(`network.tabs.${page}`)}
        </Link>
      ))}
    </nav>
  )
}
