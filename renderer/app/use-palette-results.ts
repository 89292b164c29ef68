import { useQueries } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { fold } from '../../shared/fold.ts'
import { useEngine } from './engine.tsx'
import type { Found, PageRoute } from './module-route.ts'
import { useCan } from './permissions.ts'
import { finders, pageRoutes } from './routes.tsx'

/** Records lag behind what is typed; `isCurrent` says when they answer it. */
type Group = { key: string; label: string; items: Found[]; isCurrent: boolean }

const nothingFound: Found[] = []

export function usePaletteResults(typed: string): Group[] {
  const { t, i18n } = useTranslation()
  const { client } = useEngine()
  const can = useCan()
  const text = typed.trim()
  const asked = useDeferredValue(text)
  const wanted = fold(text)
  const mine = finders.filter((finder) => can(finder.can))
  const records = useQueries({
    queries: mine.map((finder) => ({
      queryKey: [finder.module, 'palette', finder.textKey, i18n.language, asked],
      enabled: asked.length > 0,
      queryFn: () => finder.find(client, asked),
    })),
  })
  // What was found last stays until the next answer is here.
  const [shown, setShown] = useState<Found[][]>([])
  const found = records.map(({ data }, at) => data ?? shown[at] ?? nothingFound)
  if (found.some((items, at) => items !== shown[at])) setShown(found)

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
      items: text ? (found[at] ?? []) : [],
      isCurrent: asked === text && records[at]?.data !== undefined,
    })),
  ]
  return groups.filter((group) => group.items.length > 0)
}
