import type { PageRoute } from '../app/module-route.ts'

export const routes: PageRoute[] = [
  {
    path: 'stocktake',
    textKey: 'stocktake.menu.list',
    can: 'stocktake.read',
    menu: { group: 'holdings', icon: 'barcode' },
    lazy: async () => ({ Component: (await import('./StocktakeListPage.tsx')).StocktakeListPage }),
  },
  {
    path: 'stocktake/new',
    textKey: 'stocktake.menu.add',
    can: 'stocktake.write',
    lazy: async () => ({ Component: (await import('./StocktakeFormPage.tsx')).StocktakeAddPage }),
  },
  {
    path: 'stocktake/items/:itemId',
    textKey: 'stocktake.menu.item',
    can: 'stocktake.read',
    lazy: async () => ({ Component: (await import('./ItemPage.tsx')).ItemPage }),
  },
  {
    path: 'stocktake/:id',
    textKey: 'stocktake.menu.stocktake',
    can: 'stocktake.read',
    lazy: async () => ({ Component: (await import('./StocktakePage.tsx')).StocktakePage }),
  },
  {
    path: 'stocktake/:id/edit',
    textKey: 'stocktake.menu.edit',
    can: 'stocktake.write',
    lazy: async () => ({ Component: (await import('./StocktakeFormPage.tsx')).StocktakeEditPage }),
  },
  {
    path: 'stocktake/:id/scan',
    textKey: 'stocktake.menu.scan',
    can: 'stocktake.scan',
    lazy: async () => ({ Component: (await import('./DeskPage.tsx')).DeskPage }),
  },
  {
    path: 'stocktake/:id/items',
    textKey: 'stocktake.menu.items',
    can: 'stocktake.read',
    lazy: async () => ({ Component: (await import('./ItemListPage.tsx')).ItemListPage }),
  },
  {
    path: 'stocktake/:id/scans',
    textKey: 'stocktake.menu.scans',
    can: 'stocktake.read',
    lazy: async () => ({ Component: (await import('./ScanListPage.tsx')).ScanListPage }),
  },
]
