import type { PageRoute } from '../app/module-route.ts'

export const routes: PageRoute[] = [
  {
    path: 'stock',
    textKey: 'stock.menu.figures',
    can: 'stock.read',
    menu: { group: 'holdings', icon: 'stack' },
    lazy: async () => ({ Component: (await import('./StockPage.tsx')).StockPage }),
  },
  {
    path: 'stock/growth',
    textKey: 'stock.menu.growth',
    can: 'stock.read',
    lazy: async () => ({ Component: (await import('./GrowthPage.tsx')).GrowthPage }),
  },
  {
    path: 'stock/opening',
    textKey: 'stock.menu.opening',
    can: 'stock.read',
    lazy: async () => ({ Component: (await import('./OpeningPage.tsx')).OpeningPage }),
  },
]
