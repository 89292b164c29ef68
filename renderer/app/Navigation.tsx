import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'react-router'
import { Icon } from '../ui/icons.tsx'
import { useCan } from './permissions.ts'
import { menuGroups, pageRoutes } from './routes.tsx'

/** The menu entry a page belongs to: the longest that its address begins with. */
function menuPathOf(pathname: string): string | undefined {
  return pageRoutes
    .filter((page) => page.menu && `${pathname}/`.startsWith(`/${page.path}/`))
    .map((page) => page.path)
    .toSorted((a, b) => b.length - a.length)[0]
}

export function Navigation({ isFolded }: { isFolded: boolean }) {
  const { t } = useTranslation()
  const can = useCan()
  const { pathname } = useLocation()
  const current = menuPathOf(pathname)
  const groups = menuGroups
    .map((group) => ({
      group,
      pages: pageRoutes.filter((page) => page.menu?.group === group && can(page.can)),
    }))
    .filter(({ pages }) => pages.length > 0)
  return (
    <nav className={isFolded ? 'navigation folded' : 'navigation'} aria-label={t('shell.navigation')}>
      {groups.map(({ group, pages }) => (
        <section key={group} aria-label={t(`shell.groups.${group}`)}>
          {group !== 'home' && <h2>{t(`shell.groups.${group}`)}</h2>}
          <ul>
            {pages.map((page) => (
              <li key={page.path}>
                <Link
                  to={`/${page.path}`}
                  className={page.path === current ? 'active' : ''}
                  aria-current={page.path === current ? 'page' : undefined}
                  title={isFolded ? t(page.textKey) : undefined}
                >
                  {page.menu && <Icon name={page.menu.icon} />}
                  <span>{t(page.textKey)}</span>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  )
}
