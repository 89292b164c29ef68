import type { PageRoute } from '../app/module-route.ts'

export const routes: PageRoute[] = [
  {
    path: 'backup',
    textKey: 'backup.menu.page',
    can: 'backup.make',
    menu: { group: 'administration', icon: 'save' },
    lazy: async () => ({ Component: (await import('./BackupPage.tsx')).BackupPage }),
  },
]
