import { useCallback, useEffect, useState, type ComponentType } from 'react'
import { createHashRouter, Navigate, RouterProvider, useParams, type Params } from 'react-router'
import { useCan } from './permissions.ts'
import { useForgetUndo } from '../ui/Toasts.tsx'
import { beginAtFirstPage } from './first-page.ts'
import { PageProblem } from './PageProblem.tsx'
import { ForbiddenPage, UnknownPage } from './PlainPages.tsx'
import { menuGroups, pageRoutes } from './routes.tsx'
import { SessionGate } from './session.tsx'
import { useSession } from './session-context.ts'
import { Shell } from './shell.tsx'
import type { PageRoute } from './module-route.ts'
import { RouterPlaceContext } from './router-place.ts'

function FirstPage() {
  const can = useCan()
  const pages = menuGroups.flatMap((group) => pageRoutes.filter((route) => route.menu?.group === group))
  const first = pages.find((page) => can(page.can))
  return first ? <Navigate replace to={`/${first.path}`} /> : <UnknownPage />
}

/** A route whose code cannot be fetched would stay empty: the router knows no element for that. */
async function pageOf(route: PageRoute): Promise<ComponentType> {
  try {
    return (await route.lazy()).Component
  } catch {
    return PageProblem
  }
}

/** Records are numbered: an address with a word in a number's place leads nowhere. */
function leadsNowhere({ id, itemId }: Readonly<Params>): boolean {
  return [id, itemId].some((text) => text !== undefined && !/^\d{1,15}$/.test(text))
}

/** A page typed into the address bar asks for the same grant as its menu entry. */
function guarded(route: PageRoute) {
  return async () => {
    const Component = await pageOf(route)
    function Guarded() {
      const can = useCan()
      const params = useParams()
      if (leadsNowhere(params)) return <UnknownPage />
      return can(route.can) ? <Component /> : <ForbiddenPage />
    }
    return { Component: Guarded }
  }
}

function createRouter() {
  return createHashRouter([
    {
      element: <Shell />,
      errorElement: <PageProblem />,
      hydrateFallbackElement: <></>,
      children: [
        { index: true, element: <FirstPage /> },
        ...pageRoutes.map((route) => ({
          path: route.path,
          lazy: guarded(route),
          errorElement: <PageProblem />,
        })),
        { path: '*', element: <UnknownPage /> },
      ],
    },
  ])
}

const personKey = 'person'

/** The address is read when somebody comes in; another person than before begins at the first page. */
function routerFor(userId: number | undefined) {
  const before = sessionStorage.getItem(personKey)
  if (before !== null && before !== String(userId)) beginAtFirstPage()
  sessionStorage.setItem(personKey, String(userId))
  return createRouter()
}

function Pages() {
  const { user } = useSession()
  const [router] = useState(() => routerFor(user?.id))
  const forgetUndo = useForgetUndo()
  useEffect(
    () => () => {
      router.dispose()
      forgetUndo()
    },
    [router, forgetUndo],
  )
  const isAt = useCallback(
    (pathname: string) => {
      const { location, navigation } = router.state
      return navigation.state === 'idle' && location.pathname === pathname
    },
    [router],
  )
  return (
    <RouterPlaceContext value={isAt}>
      <RouterProvider router={router} />
    </RouterPlaceContext>
  )
}

export function App() {
  return (
    <SessionGate>
      <Pages />
    </SessionGate>
  )
}
