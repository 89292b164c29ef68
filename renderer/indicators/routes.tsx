import type { PageRoute } from '../app/module-route.ts'

export const routes: PageRoute[] = [
  {
    path: 'indicators',
    textKey: 'indicators.menu.list',
    can: 'indicators.read',
    menu: { group: 'reports', icon: 'chart' },
    lazy: async () => ({ Component: (await import('./IndicatorListPage.tsx')).IndicatorListPage }),
  },
  {
    path: 'indicators/earlier',
    textKey: 'indicators.menu.earlier',
    can: 'indicators.read',
    lazy: async () => ({ Component: (await import('./EarlierPage.tsx')).EarlierPage }),
  },
  {
    path: 'indicators/given',
    textKey: 'indicators.menu.given',
    can: 'indicators.read',
    lazy: async () => ({ Component: (await import('./GivenListPage.tsx')).GivenListPage }),
  },
  {
    path: 'indicators/own',
    textKey: 'indicators.menu.own',
    can: 'indicators.read',
    lazy: async () => ({ Component: (await import('./OwnListPage.tsx')).OwnListPage }),
  },
  {
    path: 'indicators/:code',
    textKey: 'indicators.menu.explain',
    can: 'indicators.read',
    lazy: async () => ({ Component: (await import('./ExplainPage.tsx')).ExplainPage }),
  },
]
