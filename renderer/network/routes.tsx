import { isoDateAt } from '../../shared/dates.ts'
import type { Finder, PageRoute, RecordPart } from '../app/module-route.ts'

export const routes: PageRoute[] = [
  {
    path: 'network',
    textKey: 'network.menu.points',
    can: 'network.read',
    menu: { group: 'resources', icon: 'pin' },
    lazy: async () => ({ Component: (await import('./PointListPage.tsx')).PointListPage }),
  },
  {
    path: 'network/many',
    textKey: 'network.menu.many',
    can: 'network.write',
    action: { icon: 'add' },
    lazy: async () => ({ Component: (await import('./PointManyPage.tsx')).PointManyPage }),
  },
  {
    path: 'network/points/:id',
    textKey: 'network.menu.point',
    can: 'network.read',
    lazy: async () => ({ Component: (await import('./PointPage.tsx')).PointPage }),
  },
  {
    path: 'network/conditions',
    textKey: 'network.menu.conditions',
    can: 'network.read',
    action: { icon: 'list' },
    lazy: async () => ({ Component: (await import('./ConditionListPage.tsx')).ConditionListPage }),
  },
  {
    path: 'network/importance',
    textKey: 'network.menu.importance',
    can: 'network.read',
    action: { icon: 'list' },
    lazy: async () => ({ Component: (await import('./ImportancePage.tsx')).ImportancePage }),
  },
  {
    path: 'network/survey',
    textKey: 'network.menu.survey',
    can: 'network.read',
    action: { icon: 'list' },
    lazy: async () => ({ Component: (await import('./SurveyPage.tsx')).SurveyPage }),
  },
  {
    path: 'network/follow-ups',
    textKey: 'network.menu.followUps',
    can: 'network.read',
    action: { icon: 'list' },
    lazy: async () => ({ Component: (await import('./FollowUpListPage.tsx')).FollowUpListPage }),
  },
  {
    path: 'network/exchanges',
    textKey: 'network.menu.exchanges',
    can: 'network.read',
    action: { icon: 'list' },
    lazy: async () => ({ Component: (await import('./ExchangeListPage.tsx')).ExchangeListPage }),
  },
  {
    path: 'network/populations',
    textKey: 'network.menu.populations',
    can: 'network.read',
    action: { icon: 'list' },
    lazy: async () => ({ Component: (await import('./PopulationListPage.tsx')).PopulationListPage }),
  },
]

export const activityPart: RecordPart = {
  of: 'activity',
  can: 'network.read',
  lazy: async () => ({ default: (await import('./ActivitySupports.tsx')).ActivitySupports }),
}

const foundAtMost = 8

export const finder: Finder = {
  module: 'network',
  textKey: 'network.menu.points',
  can: 'network.read',
  async find(client, text) {
    const on = isoDateAt(Date.now())
    const reply = await client.network.points({ text, on, withPast: true, limit: foundAtMost })
    if (!reply.ok) return []
    return reply.value.rows.map(({ id, name, commune }) => ({
      key: `point-${id}`,
      text: name,
      hint: commune,
      to: `/network/points/${id}`,
    }))
  },
}
