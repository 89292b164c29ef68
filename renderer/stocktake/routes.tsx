import type { Finder, PageRoute } from '../app/module-route.ts'
import { namedRecords } from '../app/named-records.ts'

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

export const finder: Finder = {
  module: 'stocktake',
  textKey: 'stocktake.menu.list',
  can: 'stocktake.read',
  async find(client, text) {
    const reply = await client.stocktake.list({ limit: 200 })
    if (!reply.ok) return []
    const all = reply.value.rows.map(({ id, name, siteName, storeName }) => ({
      id,
      text: name,
      hint: [storeName, siteName].filter(Boolean).join(', '),
      to: `/stocktake/${id}`,
    }))
    return namedRecords('stocktake', all, text)
  },
}
