import type { PageRoute } from '../app/module-route.ts'

export const routes: PageRoute[] = [
  {
    path: 'backup',
    textKey: 'backup.menu.page',
    can: 'backup.make',
    menu: { group: 'administration', icon: 'save' },
    lazy: async () => ({ Component: (await import('./BackupPage.tsx')).BackupPage }),
  },
  {
    path: 'backup/places',
    textKey: 'backup.menu.places',
    can: 'backup.make',
    lazy: async () => ({ Component: (await import('./PlaceListPage.tsx')).PlaceListPage }),
  },
]
