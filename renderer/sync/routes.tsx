import type { PageRoute } from '../app/module-route.ts'

export const routes: PageRoute[] = [
  {
    path: 'sync',
    textKey: 'sync.menu.title',
    can: 'sync.read',
    menu: { group: 'reports', icon: 'send' },
    lazy: async () => ({ Component: (await import('./SyncPage.tsx')).SyncPage }),
  },
  {
    path: 'sync/messages',
    textKey: 'sync.menu.messages',
    can: 'sync.read',
    lazy: async () => ({ Component: (await import('./MessagesPage.tsx')).MessagesPage }),
  },
  {
    path: 'sync/attempts',
    textKey: 'sync.menu.attempts',
    can: 'sync.read',
    lazy: async () => ({ Component: (await import('./AttemptsPage.tsx')).AttemptsPage }),
  },
]
