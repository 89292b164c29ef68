import { isoDateAt } from '../../shared/dates.ts'
import type { Finder, PageRoute } from '../app/module-route.ts'

export const routes: PageRoute[] = [
  {
    path: 'staff',
    textKey: 'staff.menu.people',
    can: 'staff.read',
    menu: { group: 'resources', icon: 'badge' },
    lazy: async () => ({ Component: (await import('./PeopleListPage.tsx')).PeopleListPage }),
  },
  {
    path: 'staff/training',
    textKey: 'staff.menu.training',
    can: 'staff.read',
    action: { icon: 'list' },
    lazy: async () => ({ Component: (await import('./TrainingPage.tsx')).TrainingPage }),
  },
  {
    path: 'staff/headcounts',
    textKey: 'staff.menu.headcounts',
    can: 'staff.read',
    action: { icon: 'list' },
    lazy: async () => ({ Component: (await import('./HeadcountListPage.tsx')).HeadcountListPage }),
  },
  {
    path: 'staff/:id',
    textKey: 'staff.menu.member',
    can: 'staff.read',
    lazy: async () => ({ Component: (await import('./MemberPage.tsx')).MemberPage }),
  },
]

const foundAtMost = 8

export const finder: Finder = {
  module: 'staff',
  textKey: 'staff.menu.people',
  can: 'staff.read',
  async find(client, text) {
    const on = isoDateAt(Date.now())
    const reply = await client.staff.people({ text, on, state: 'all', limit: foundAtMost })
    if (!reply.ok) return []
    return reply.value.rows.map(({ id, name, post }) => ({
      key: `staff-${id}`,
      text: name,
      hint: post,
      to: `/staff/${id}`,
    }))
  },
}
