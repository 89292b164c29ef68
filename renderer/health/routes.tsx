import type { PageRoute } from '../app/module-route.ts'

export const routes: PageRoute[] = [
  {
    path: 'health',
    textKey: 'health.menu.page',
    can: 'settings.manage',
    menu: { group: 'administration', icon: 'pulse' },
    lazy: async () => ({ Component: (await import('./HealthPage.tsx')).HealthPage }),
  },
]
