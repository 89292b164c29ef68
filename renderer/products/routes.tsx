import type { PageRoute } from '../app/module-route.ts'

export const routes: PageRoute[] = [
  {
    path: 'products',
    textKey: 'products.menu.list',
    can: 'products.read',
    menu: { group: 'holdings', icon: 'leaflet' },
    lazy: async () => ({ Component: (await import('./ProductListPage.tsx')).ProductListPage }),
  },
  {
    path: 'products/:id',
    textKey: 'products.menu.product',
    can: 'products.read',
    lazy: async () => ({ Component: (await import('./ProductPage.tsx')).ProductPage }),
  },
]
