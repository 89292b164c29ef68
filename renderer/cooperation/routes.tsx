import type { PageRoute } from '../app/module-route.ts'

export const routes: PageRoute[] = [
  {
    path: 'cooperation/partners',
    textKey: 'cooperation.menu.partners',
    can: 'cooperation.read',
    menu: { group: 'activities', icon: 'rings' },
    lazy: async () => ({ Component: (await import('./PartnerListPage.tsx')).PartnerListPage }),
  },
]
