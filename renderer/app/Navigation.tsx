import { useTranslation } from 'react-i18next'
import { NavLink } from 'react-router'
import { Icon } from '../ui/icons.tsx'
import { useCan } from './permissions.ts'
import { menuGroups, pageRoutes } from './routes.tsx'

export function Navigation({ isFolded }: { isFolded: boolean }) {
  const { t } = useTranslation()
  const can = useCan()
  const groups = menuGroups
    .map((group) => ({ group, pages: pageRoutes.filter((page) => page.menu?.group === group && can(page.can)) }))
    .filter(({ pages }) => pages.length > 0)
  return (
    <nav className={isFolded ? 'navigation folded' : 'navigation'} aria-label={t('shell.navigation')}>
      {groups.map(({ group, pages }) => (
        <section key={group} aria-label={t(`shell.groups.${group}`)}>
          {group !== 'home' && <h2>{t(`shell.groups.${group}`)}</h2>}
          <ul>
            {pages.map((page) => (
              <li key={page.path}>
                <NavLink
                  to={`/${page.path}`}
                  end={pages.some((other) => other.path.startsWith(`${page.path}/`))}
                  title={isFolded ? t(page.textKey) : undefined}
                >
                  {page.menu && <Icon name={page.menu.icon} />}
                  <span>{t(page.textKey)}</span>
                </NavLink>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  )
}
