import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'react-router'
import { Icon } from '../ui/icons.tsx'
import { useCan } from './permissions.ts'
import { menuGroups, pageRoutes } from './routes.tsx'

/** The menu entry a page belongs to: the longest that its address begins with, else the first of its module. */
function menuPathOf(pathname: string): string | undefined {
  const paths = pageRoutes.filter((page) => page.menu).map((page) => page.path)
  const own = paths
    .filter((path) => `${pathname}/`.startsWith(`/${path}/`))
    .toSorted((a, b) => b.length - a.length)[0]
  const module = pathname.split('/')[1]
  return own ?? paths.find((path) => path.split('/')[0] === module)
}

export function Navigation({ isFolded }: { isFolded: boolean }) {
  const { t } = useTranslation()
  const can = useCan()
  const { pathname } = useLocation()
  const current = menuPathOf(pathname)
  const entry = useRef<HTMLAnchorElement>(null)
  // Not every entry has room on a small screen.
  useEffect(() => {
    entry.current?.scrollIntoView({ block: 'nearest' })
  }, [current])
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
                  ref={page.path === current ? entry : null}
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
