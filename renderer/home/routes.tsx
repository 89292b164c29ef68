import type { PageRoute } from '../app/module-route.ts'

export const routes: PageRoute[] = [
  {
    path: 'home',
    textKey: 'home.menu.title',
    can: 'signed_in',
    menu: { group: 'home', icon: 'home' },
    lazy: async () => ({ Component: (await import('./HomePage.tsx')).HomePage }),
  },
]
