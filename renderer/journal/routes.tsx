import type { PageRoute } from '../app/module-route.ts'

export const routes: PageRoute[] = [
  {
    path: 'journal',
    textKey: 'journal.menu.list',
    can: 'journal.read',
    menu: { group: 'administration', icon: 'history' },
    lazy: async () => ({ Component: (await import('./JournalListPage.tsx')).JournalListPage }),
  },
  {
    path: 'journal/verify',
    textKey: 'journal.menu.verify',
    can: 'journal.verify',
    action: { icon: 'shield' },
    lazy: async () => ({ Component: (await import('./VerifyChainPage.tsx')).VerifyChainPage }),
  },
  {
    path: 'journal/:id',
    textKey: 'journal.menu.entry',
    can: 'journal.read',
    lazy: async () => ({ Component: (await import('./EntryPage.tsx')).EntryPage }),
  },
]
