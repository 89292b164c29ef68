import type { PageRoute, RecordPart } from '../app/module-route.ts'

export const routes: PageRoute[] = [
  {
    path: 'inspection',
    textKey: 'inspection.menu.list',
    can: 'inspection.read',
    lazy: async () => ({ Component: (await import('./InspectionListPage.tsx')).InspectionListPage }),
  },
  {
    path: 'inspection/draw',
    textKey: 'inspection.menu.draw',
    can: 'inspection.write',
    action: { icon: 'add' },
    lazy: async () => ({ Component: (await import('./DrawPage.tsx')).DrawPage }),
  },
  {
    path: 'inspection/rates',
    textKey: 'inspection.menu.rates',
    can: 'inspection.read',
    lazy: async () => ({ Component: (await import('./RatePage.tsx')).RatePage }),
  },
  {
    path: 'inspection/pages',
    textKey: 'inspection.menu.pages',
    can: 'inspection.read',
    lazy: async () => ({ Component: (await import('./PageListPage.tsx')).PageListPage }),
  },
  {
    path: 'inspection/rules',
    textKey: 'inspection.menu.rules',
    can: 'inspection.write',
    lazy: async () => ({ Component: (await import('./RulePage.tsx')).RulePage }),
  },
  {
    path: 'inspection/:id',
    textKey: 'inspection.menu.inspection',
    can: 'inspection.read',
    lazy: async () => ({ Component: (await import('./InspectionPage.tsx')).InspectionPage }),
  },
  {
    path: 'inspection/:id/look',
    textKey: 'inspection.menu.look',
    can: 'inspection.work',
    lazy: async () => ({ Component: (await import('./LookPage.tsx')).LookPage }),
  },
]

export const jobPart: RecordPart = {
  of: 'digitizationJob',
  can: 'inspection.read',
  lazy: async () => ({ default: (await import('./JobInspections.tsx')).JobInspections }),
}
