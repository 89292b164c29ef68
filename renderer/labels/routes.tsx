import type { PageRoute } from '../app/module-route.ts'

export const routes: PageRoute[] = [
  {
    path: 'labels',
    textKey: 'labels.menu.print',
    can: 'labels.print',
    menu: { group: 'holdings', icon: 'tag' },
    lazy: async () => ({ Component: (await import('./PrintPage.tsx')).PrintPage }),
  },
  {
    path: 'labels/templates',
    textKey: 'labels.menu.templates',
    can: 'labels.print',
    lazy: async () => ({ Component: (await import('./TemplateListPage.tsx')).TemplateListPage }),
  },
  {
    path: 'labels/templates/:id',
    textKey: 'labels.menu.template',
    can: 'labels.print',
    lazy: async () => ({ Component: (await import('./TemplatePage.tsx')).TemplatePage }),
  },
  {
    path: 'labels/sheets',
    textKey: 'labels.menu.sheets',
    can: 'labels.print',
    lazy: async () => ({ Component: (await import('./SheetListPage.tsx')).SheetListPage }),
  },
  {
    path: 'labels/printers',
    textKey: 'labels.menu.printers',
    can: 'labels.print',
    lazy: async () => ({ Component: (await import('./PrinterListPage.tsx')).PrinterListPage }),
  },
  {
    path: 'labels/batches',
    textKey: 'labels.menu.batches',
    can: 'labels.print',
    lazy: async () => ({ Component: (await import('./BatchListPage.tsx')).BatchListPage }),
  },
]
