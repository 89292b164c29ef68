import type { PageRoute } from '../app/module-route.ts'

export const routes: PageRoute[] = [
  {
    path: 'weeding',
    textKey: 'weeding.menu.list',
    can: 'weeding.read',
    menu: { group: 'holdings', icon: 'sieve' },
    lazy: async () => ({ Component: (await import('./WeedingListPage.tsx')).WeedingListPage }),
  },
  {
    path: 'weeding/candidates',
    textKey: 'weeding.menu.candidates',
    can: 'weeding.read',
    lazy: async () => ({ Component: (await import('./CandidatesPage.tsx')).CandidatesPage }),
  },
  {
    path: 'weeding/rules',
    textKey: 'weeding.menu.rules',
    can: 'weeding.read',
    lazy: async () => ({ Component: (await import('./RulesPage.tsx')).RulesPage }),
  },
  {
    path: 'weeding/:id',
    textKey: 'weeding.menu.weeding',
    can: 'weeding.read',
    lazy: async () => ({ Component: (await import('./WeedingPage.tsx')).WeedingPage }),
  },
]
