import { useQuery as useTanstackQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import { useTranslation } from 'react-i18next'
import { fold } from '../../shared/fold.ts'
import { useEngine } from './engine.tsx'
import type { Found, PageRoute } from './module-route.ts'
import { useCan } from './permissions.ts'
import { finders, pageRoutes } from './routes.tsx'

/** Records lag behind what is typed; `isCurrent` says when they answer it. */
type Group = { key: string; label: string; items: Found[]; isCurrent: boolean }

export function usePaletteResults(typed: string): Group[] {
  const { t } = useTranslation()
  const { client } = useEngine()
  const can = useCan()
  const text = typed.trim()
  const asked = useDeferredValue(text)
  const wanted = fold(text)
  const mine = finders.filter((finder) => can(finder.can))
  const records = useTanstackQuery({
    queryKey: ['catalogue', 'palette', asked],
    enabled: asked.length > 0,
    placeholderData: (before: Found[][] | undefined) => before,
    queryFn: () => Promise.all(mine.map((finder) => finder.find(client, asked))),
  })

  function pages(kind: (page: PageRoute) => unknown): Found[] {
    return pageRoutes
      .filter((page) => kind(page) && can(page.can))
      .map((page) => ({
        key: page.path,
        text: t(page.textKey),
        hint: page.action?.shortcut ?? '',
        to: `/${page.path}`,
      }))
      .filter((page) => fold(page.text).includes(wanted))
  }
  const groups = [
    {
      key: 'pages',
      label: t('shell.find.pages'),
      items: pages((page) => page.menu && !page.action),
      isCurrent: true,
    },
    { key: 'actions', label: t('shell.find.actions'), items: pages((page) => page.action), isCurrent: true },
    ...mine.map((finder, at) => ({
      key: finder.textKey,
      label: t(finder.textKey),
      items: text ? (records.data?.[at] ?? []) : [],
      isCurrent: asked === text && !records.isPlaceholderData,
    })),
  ]
  return groups.filter((group) => group.items.length > 0)
}
