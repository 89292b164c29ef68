import type { PageRoute } from '../app/module-route.ts'

export const routes: PageRoute[] = [
  {
    path: 'merger',
    textKey: 'merger.menu.list',
    can: 'merger.write',
    menu: { group: 'administration', icon: 'join' },
    lazy: async () => ({ Component: (await import('./MergerListPage.tsx')).MergerListPage }),
  },
  {
    path: 'merger/new',
    textKey: 'merger.menu.new',
    can: 'merger.write',
    action: { icon: 'add' },
    lazy: async () => ({ Component: (await import('./NewMergerPage.tsx')).NewMergerPage }),
  },
  {
    path: 'merger/:id/plan',
    textKey: 'merger.menu.plan',
    can: 'merger.write',
    lazy: async () => ({ Component: (await import('./PlanPage.tsx')).PlanPage }),
  },
  {
    path: 'merger/:id/:tab?',
    textKey: 'merger.menu.merger',
    can: 'merger.read',
    lazy: async () => ({ Component: (await import('./MergerPage.tsx')).MergerPage }),
  },
]
