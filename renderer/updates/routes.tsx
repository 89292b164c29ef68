import type { PageRoute } from '../app/module-route.ts'

export const routes: PageRoute[] = [
  {
    path: 'updates',
    textKey: 'updates.menu.page',
    can: 'settings.manage',
    menu: { group: 'administration', icon: 'download' },
    lazy: async () => ({ Component: (await import('./UpdatePage.tsx')).UpdatePage }),
  },
]
