import type { PageRoute } from '../app/module-route.ts'

export const routes: PageRoute[] = [
  {
    path: 'settings',
    textKey: 'settings.menu.library',
    can: 'settings.read',
    menu: { group: 'administration', icon: 'settings' },
    lazy: async () => ({ Component: (await import('./LibrarySettingsPage.tsx')).LibrarySettingsPage }),
  },
  {
    path: 'settings/reference',
    textKey: 'settings.menu.reference',
    can: 'settings.read',
    menu: { group: 'administration', icon: 'list' },
    lazy: async () => ({ Component: (await import('./ReferenceListPage.tsx')).ReferenceListPage }),
  },
  {
    path: 'settings/call-numbers',
    textKey: 'settings.menu.callNumbers',
    can: 'settings.read',
    menu: { group: 'administration', icon: 'spine' },
    lazy: async () => ({ Component: (await import('./CallNumberRulePage.tsx')).CallNumberRulePage }),
  },
  {
    path: 'settings/program',
    textKey: 'settings.menu.program',
    can: 'settings.read',
    menu: { group: 'administration', icon: 'info' },
    lazy: async () => ({ Component: (await import('./ProgramPage.tsx')).ProgramPage }),
  },
]
