import type { PageRoute } from '../app/module-route.ts'

export const routes: PageRoute[] = [
  {
    path: 'lan',
    textKey: 'lan.menu.page',
    can: 'settings.manage',
    menu: { group: 'administration', icon: 'screens' },
    lazy: async () => ({ Component: (await import('./LanPage.tsx')).LanPage }),
  },
]
