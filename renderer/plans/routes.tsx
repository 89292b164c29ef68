import { isoDateAt } from '../../shared/dates.ts'
import type { Finder, PageRoute } from '../app/module-route.ts'

export const routes: PageRoute[] = [
  {
    path: 'plans',
    textKey: 'plans.menu.roadmaps',
    can: 'plans.read',
    menu: { group: 'reports', icon: 'check' },
    lazy: async () => ({ Component: (await import('./RoadmapListPage.tsx')).RoadmapListPage }),
  },
  {
    path: 'plans/milestones',
    textKey: 'plans.menu.milestones',
    can: 'plans.read',
    action: { icon: 'list' },
    lazy: async () => ({ Component: (await import('./MilestoneListPage.tsx')).MilestoneListPage }),
  },
  {
    path: 'plans/timeline',
    textKey: 'plans.menu.timeline',
    can: 'plans.read',
    action: { icon: 'calendar' },
    lazy: async () => ({ Component: (await import('./TimelinePage.tsx')).TimelinePage }),
  },
  {
    path: 'plans/documents',
    textKey: 'plans.menu.documents',
    can: 'plans.read',
    action: { icon: 'list' },
    lazy: async () => ({ Component: (await import('./DocumentListPage.tsx')).DocumentListPage }),
  },
  {
    path: 'plans/allocations',
    textKey: 'plans.menu.allocations',
    can: 'plans.read',
    action: { icon: 'list' },
    lazy: async () => ({ Component: (await import('./AllocationListPage.tsx')).AllocationListPage }),
  },
  {
    path: 'plans/grid',
    textKey: 'plans.menu.grid',
    can: 'plans.read',
    action: { icon: 'edit' },
    lazy: async () => ({ Component: (await import('./TargetGridPage.tsx')).TargetGridPage }),
  },
  {
    path: 'plans/targets',
    textKey: 'plans.menu.targets',
    can: 'plans.read',
    action: { icon: 'list' },
    lazy: async () => ({ Component: (await import('./TargetListPage.tsx')).TargetListPage }),
  },
  {
    path: 'plans/:id',
    textKey: 'plans.menu.roadmap',
    can: 'plans.read',
    lazy: async () => ({ Component: (await import('./RoadmapPage.tsx')).RoadmapPage }),
  },
]

const foundAtMost = 8

export const finder: Finder = {
  module: 'plans',
  textKey: 'plans.menu.roadmap',
  can: 'plans.read',
  async find(client, text) {
    const reply = await client.plans.roadmaps({ text, on: isoDateAt(Date.now()), limit: foundAtMost })
    if (!reply.ok) return []
    return reply.value.rows.map(({ id, name, number }) => ({
      key: `roadmap-${id}`,
      text: name,
      hint: number,
      to: `/plans/${id}`,
    }))
  },
}
