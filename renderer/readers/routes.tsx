import type { Finder, PageRoute } from '../app/module-route.ts'

export const routes: PageRoute[] = [
  {
    path: 'readers/counters',
    textKey: 'readers.menu.day',
    can: 'counters.read',
    menu: { group: 'service', icon: 'clicker' },
    lazy: async () => ({ Component: (await import('./CounterDayPage.tsx')).CounterDayPage }),
  },
  {
    path: 'readers/counters/month',
    textKey: 'readers.menu.month',
    can: 'counters.read',
    lazy: async () => ({ Component: (await import('./CounterMonthPage.tsx')).CounterMonthPage }),
  },
  {
    path: 'readers/counters/online',
    textKey: 'readers.menu.online',
    can: 'counters.read',
    lazy: async () => ({ Component: (await import('./CounterYearPage.tsx')).CounterYearPage }),
  },
  {
    path: 'readers/counters/import',
    textKey: 'readers.menu.import',
    can: 'counters.read',
    lazy: async () => ({ Component: (await import('./CounterImportPage.tsx')).CounterImportPage }),
  },
  {
    path: 'readers/counters/kinds',
    textKey: 'readers.menu.kinds',
    can: 'counters.read',
    lazy: async () => ({ Component: (await import('./KindListPage.tsx')).KindListPage }),
  },
  {
    path: 'readers',
    textKey: 'readers.menu.list',
    can: 'readers.read',
    menu: { group: 'service', icon: 'idCard' },
    lazy: async () => ({ Component: (await import('./ReaderListPage.tsx')).ReaderListPage }),
  },
  {
    path: 'readers/desk',
    textKey: 'readers.menu.desk',
    can: 'readers.write',
    menu: { group: 'service', icon: 'desk' },
    lazy: async () => ({ Component: (await import('./DeskPage.tsx')).DeskPage }),
  },
  {
    path: 'readers/overdue',
    textKey: 'readers.menu.overdue',
    can: 'readers.read',
    lazy: async () => ({ Component: (await import('./OverduePage.tsx')).OverduePage }),
  },
  {
    path: 'readers/settings',
    textKey: 'readers.menu.settings',
    can: 'settings.manage',
    lazy: async () => ({ Component: (await import('./ReaderSettingsPage.tsx')).ReaderSettingsPage }),
  },
  {
    path: 'readers/new',
    textKey: 'readers.menu.add',
    can: 'readers.write',
    action: { icon: 'add' },
    lazy: async () => ({ Component: (await import('./ReaderFormPage.tsx')).ReaderAddPage }),
  },
  {
    path: 'readers/:id',
    textKey: 'readers.menu.reader',
    can: 'readers.read',
    lazy: async () => ({ Component: (await import('./ReaderPage.tsx')).ReaderPage }),
  },
  {
    path: 'readers/:id/edit',
    textKey: 'readers.menu.edit',
    can: 'readers.write',
    lazy: async () => ({ Component: (await import('./ReaderFormPage.tsx')).ReaderEditPage }),
  },
]

const foundAtMost = 8

export const finder: Finder = {
  module: 'readers',
  textKey: 'readers.list.title',
  can: 'readers.read',
  async find(client, text) {
    const reply = await client.readers.list({ text, limit: foundAtMost })
    if (!reply.ok) return []
    return reply.value.rows.map(({ id, name, cardNumber }) => ({
      key: `reader-${id}`,
      text: name,
      hint: cardNumber ?? '',
      to: `/readers/${id}`,
    }))
  },
}
