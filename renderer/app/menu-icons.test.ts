import { expect, it } from 'vitest'
import { pageRoutes } from './routes.tsx'

it('no two entries of the menu have one icon: the narrow menu shows nothing else', () => {
  const pathsByIcon = Map.groupBy(
    pageRoutes.filter(({ menu }) => menu !== undefined),
    ({ menu }) => menu?.icon,
  )
  const shared = [...pathsByIcon.values()].filter((pages) => pages.length > 1)
  expect(shared.map((pages) => pages.map(({ path }) => path))).toEqual([])
})
