import type { PageRoute } from '../app/module-route.ts'

export const routes: PageRoute[] = [
  {
    path: 'registers',
    textKey: 'registers.menu.books',
    can: 'registers.read',
    menu: { group: 'holdings', icon: 'menu' },
    lazy: async () => ({ Component: (await import('./BookListPage.tsx')).BookListPage }),
  },
  {
    path: 'registers/:id',
    textKey: 'registers.menu.book',
    can: 'registers.read',
    lazy: async () => ({ Component: (await import('./BookPage.tsx')).BookPage }),
  },
]
