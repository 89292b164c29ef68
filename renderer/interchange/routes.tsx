import type { PageRoute } from '../app/module-route.ts'

export const routes: PageRoute[] = [
  {
    path: 'interchange',
    textKey: 'interchange.menu.runs',
    can: 'interchange.import',
    menu: { group: 'holdings', icon: 'switch' },
    lazy: async () => ({ Component: (await import('./RunListPage.tsx')).RunListPage }),
  },
  {
    path: 'interchange/new',
    textKey: 'interchange.menu.new',
    can: 'interchange.import',
    action: { icon: 'add' },
    lazy: async () => ({ Component: (await import('./NewRunPage.tsx')).NewRunPage }),
  },
  {
    path: 'interchange/profiles',
    textKey: 'interchange.menu.profiles',
    can: 'interchange.import',
    action: { icon: 'settings' },
    lazy: async () => ({ Component: (await import('./ProfileListPage.tsx')).ProfileListPage }),
  },
  {
    path: 'interchange/pools',
    textKey: 'interchange.menu.pools',
    can: 'catalogue.read',
    action: { icon: 'search' },
    lazy: async () => ({ Component: (await import('./PoolListPage.tsx')).PoolListPage }),
  },
  {
    path: 'interchange/export',
    textKey: 'interchange.menu.export',
    can: 'catalogue.read',
    action: { icon: 'save' },
    lazy: async () => ({ Component: (await import('./ExportPage.tsx')).ExportPage }),
  },
  {
    path: 'interchange/:id/:tab?',
    textKey: 'interchange.menu.run',
    can: 'interchange.import',
    lazy: async () => ({ Component: (await import('./RunPage.tsx')).RunPage }),
  },
]
