import type { Finder, PageRoute } from '../app/module-route.ts'
import { namedRecords } from '../app/named-records.ts'

export const routes: PageRoute[] = [
  {
    path: 'weeding',
    textKey: 'weeding.menu.list',
    can: 'weeding.read',
    menu: { group: 'holdings', icon: 'sieve' },
    lazy: async () => ({ Component: (await import('./WeedingListPage.tsx')).WeedingListPage }),
  },
  {
    path: 'weeding/candidates',
    textKey: 'weeding.menu.candidates',
    can: 'weeding.read',
    lazy: async () => ({ Component: (await import('./CandidatesPage.tsx')).CandidatesPage }),
  },
  {
    path: 'weeding/rules',
    textKey: 'weeding.menu.rules',
    can: 'weeding.read',
    lazy: async () => ({ Component: (await import('./RulesPage.tsx')).RulesPage }),
  },
  {
    path: 'weeding/:id',
    textKey: 'weeding.menu.weeding',
    can: 'weeding.read',
    lazy: async () => ({ Component: (await import('./WeedingPage.tsx')).WeedingPage }),
  },
]

export const finder: Finder = {
  module: 'weeding',
  textKey: 'weeding.menu.list',
  can: 'weeding.read',
  async find(client, text) {
    const reply = await client.weeding.list({ limit: 200 })
    if (!reply.ok) return []
    const all = reply.value.rows.map(({ id, name, year, approvalNumber }) => ({
      id,
      text: name,
      hint: [String(year), approvalNumber].filter(Boolean).join(', '),
      to: `/weeding/${id}`,
    }))
    return namedRecords('weeding', all, text)
  },
}
