import type { Finder, PageRoute } from '../app/module-route.ts'
import { titleText } from './title-text.ts'

export const routes: PageRoute[] = [
  {
    path: 'catalogue',
    textKey: 'catalogue.menu.search',
    can: 'catalogue.read',
    menu: { group: 'holdings', icon: 'search' },
    lazy: async () => ({ Component: (await import('./TitleListPage.tsx')).TitleListPage }),
  },
  {
    path: 'catalogue/new',
    textKey: 'catalogue.menu.add',
    can: 'catalogue.write',
    menu: { group: 'holdings', icon: 'edit' },
    action: { icon: 'add', shortcut: 'N' },
    lazy: async () => ({ Component: (await import('./TitleAddPage.tsx')).TitleAddPage }),
  },
  {
    path: 'catalogue/new/marc',
    textKey: 'catalogue.marc.add',
    can: 'catalogue.write',
    lazy: async () => ({ Component: (await import('./MarcAddPage.tsx')).MarcAddPage }),
  },
  {
    path: 'catalogue/authorities',
    textKey: 'catalogue.menu.authorities',
    can: 'catalogue.read',
    menu: { group: 'holdings', icon: 'card' },
    lazy: async () => ({ Component: (await import('./AuthorityListPage.tsx')).AuthorityListPage }),
  },
  {
    path: 'catalogue/duplicates',
    textKey: 'catalogue.duplicates.title',
    can: 'catalogue.write',
    lazy: async () => ({ Component: (await import('./DuplicateListPage.tsx')).DuplicateListPage }),
  },
  {
    path: 'catalogue/edits',
    textKey: 'catalogue.edits.title',
    can: 'catalogue.read',
    lazy: async () => ({ Component: (await import('./EditRunListPage.tsx')).EditRunListPage }),
  },
  {
    path: 'catalogue/:id/:tab?',
    textKey: 'catalogue.menu.title',
    can: 'catalogue.read',
    lazy: async () => ({ Component: (await import('./TitlePage.tsx')).TitlePage }),
  },
]

export const finder: Finder = {
  module: 'catalogue',
  textKey: 'catalogue.finder',
  can: 'catalogue.read',
  async find(client, text) {
    const reply = await client.catalogue.search({ text, limit: 8 })
    if (!reply.ok) return []
    return reply.value.rows.map((row) => ({
      key: `title-${row.id}`,
      text: titleText(row),
      hint: [row.authors || row.responsibility, row.publishedYear].filter(Boolean).join(', '),
      to: `/catalogue/${row.id}`,
    }))
  },
}
