import { routes as catalogueRoutes, finder as catalogueFinder } from '../catalogue/routes.tsx'
import { routes as usersRoutes, signedOutPages } from '../users/routes.tsx'
import type { Finder, MenuGroup, PageRoute } from './module-route.ts'

/** Every module's pages, in the order of the menu. A new module adds one import and one line. */
export const pageRoutes: PageRoute[] = [...catalogueRoutes, ...usersRoutes]
export const finders: Finder[] = [catalogueFinder]
export const menuGroups: MenuGroup[] = ['home', 'holdings', 'reports', 'administration']
export { signedOutPages }
