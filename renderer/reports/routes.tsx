import type { PageRoute } from '../app/module-route.ts'

export const routes: PageRoute[] = [
  {
    path: 'reports',
    textKey: 'reports.menu.list',
    can: 'reports.read',
    menu: { group: 'reports', icon: 'file' },
    lazy: async () => ({ Component: (await import('./PeriodListPage.tsx')).PeriodListPage }),
  },
  {
    path: 'reports/units',
    textKey: 'reports.menu.units',
    can: 'reports.read',
    menu: { group: 'reports', icon: 'down' },
    lazy: async () => ({ Component: (await import('./ConsolidationPage.tsx')).ConsolidationPage }),
  },
  {
    path: 'reports/verify',
    textKey: 'reports.menu.verify',
    can: 'reports.read',
    menu: { group: 'reports', icon: 'lock' },
    lazy: async () => ({ Component: (await import('./VerifyPage.tsx')).VerifyPage }),
  },
  {
    path: 'reports/year',
    textKey: 'reports.menu.year',
    can: 'reports.read',
    action: { icon: 'chart' },
    lazy: async () => ({ Component: (await import('./YearPage.tsx')).YearPage }),
  },
  {
    path: 'reports/:id',
    textKey: 'reports.menu.period',
    can: 'reports.read',
    lazy: async () => ({ Component: (await import('./PeriodPage.tsx')).PeriodPage }),
  },
]
