import { displayDate } from '../../shared/dates.ts'
import type { Finder, PageRoute } from '../app/module-route.ts'

export const routes: PageRoute[] = [
  {
    path: 'activities',
    textKey: 'activities.menu.list',
    can: 'activities.read',
    menu: { group: 'activities', icon: 'star' },
    lazy: async () => ({ Component: (await import('./ActivityListPage.tsx')).ActivityListPage }),
  },
  {
    path: 'activities/calendar',
    textKey: 'activities.menu.calendar',
    can: 'activities.read',
    menu: { group: 'activities', icon: 'calendar' },
    lazy: async () => ({ Component: (await import('./CalendarPage.tsx')).CalendarPage }),
  },
  {
    path: 'activities/new',
    textKey: 'activities.menu.add',
    can: 'activities.write',
    action: { icon: 'add' },
    lazy: async () => ({ Component: (await import('./ActivityFormPage.tsx')).ActivityAddPage }),
  },
  {
    path: 'activities/campaigns',
    textKey: 'activities.menu.campaigns',
    can: 'activities.read',
    menu: { group: 'activities', icon: 'flag' },
    lazy: async () => ({ Component: (await import('./CampaignListPage.tsx')).CampaignListPage }),
  },
  {
    path: 'activities/types',
    textKey: 'activities.menu.types',
    can: 'activities.read',
    lazy: async () => ({ Component: (await import('./TypeListPage.tsx')).TypeListPage }),
  },
  {
    path: 'activities/:id',
    textKey: 'activities.menu.activity',
    can: 'activities.read',
    lazy: async () => ({ Component: (await import('./ActivityPage.tsx')).ActivityPage }),
  },
  {
    path: 'activities/:id/edit',
    textKey: 'activities.menu.edit',
    can: 'activities.write',
    lazy: async () => ({ Component: (await import('./ActivityFormPage.tsx')).ActivityEditPage }),
  },
]

const foundAtMost = 8

export const finder: Finder = {
  module: 'activities',
  textKey: 'activities.list.title',
  can: 'activities.read',
  async find(client, text) {
    const reply = await client.activities.list({ text, limit: foundAtMost })
    if (!reply.ok) return []
    return reply.value.rows.map(({ id, name, startsOn }) => ({
      key: `activity-${id}`,
      text: name,
      hint: displayDate(startsOn),
      to: `/activities/${id}`,
    }))
  },
}
