import type { Finder, PageRoute } from '../app/module-route.ts'
import { isoDateAt } from '../../shared/dates.ts'

export const routes: PageRoute[] = [
  {
    path: 'facilities',
    textKey: 'facilities.menu.rooms',
    can: 'facilities.read',
    menu: { group: 'resources', icon: 'building' },
    lazy: async () => ({ Component: (await import('./RoomListPage.tsx')).RoomListPage }),
  },
  {
    path: 'facilities/equipment',
    textKey: 'facilities.menu.equipment',
    can: 'facilities.read',
    action: { icon: 'list' },
    lazy: async () => ({ Component: (await import('./EquipmentListPage.tsx')).EquipmentListPage }),
  },
  {
    path: 'facilities/equipment/many',
    textKey: 'facilities.menu.many',
    can: 'facilities.write',
    action: { icon: 'add' },
    lazy: async () => ({ Component: (await import('./EquipmentManyPage.tsx')).EquipmentManyPage }),
  },
  {
    path: 'facilities/equipment/:id',
    textKey: 'facilities.menu.item',
    can: 'facilities.read',
    lazy: async () => ({ Component: (await import('./EquipmentPage.tsx')).EquipmentPage }),
  },
  {
    path: 'facilities/software',
    textKey: 'facilities.menu.software',
    can: 'facilities.read',
    action: { icon: 'list' },
    lazy: async () => ({ Component: (await import('./SoftwareListPage.tsx')).SoftwareListPage }),
  },
  {
    path: 'facilities/connections',
    textKey: 'facilities.menu.connections',
    can: 'facilities.read',
    action: { icon: 'list' },
    lazy: async () => ({ Component: (await import('./ConnectionListPage.tsx')).ConnectionListPage }),
  },
  {
    path: 'facilities/services',
    textKey: 'facilities.menu.services',
    can: 'facilities.read',
    action: { icon: 'list' },
    lazy: async () => ({ Component: (await import('./ServiceListPage.tsx')).ServiceListPage }),
  },
  {
    path: 'facilities/workflow',
    textKey: 'facilities.menu.workflow',
    can: 'facilities.read',
    action: { icon: 'list' },
    lazy: async () => ({ Component: (await import('./ChecklistPage.tsx')).WorkflowPage }),
  },
  {
    path: 'facilities/infrastructure',
    textKey: 'facilities.menu.infrastructure',
    can: 'facilities.read',
    action: { icon: 'list' },
    lazy: async () => ({ Component: (await import('./ChecklistPage.tsx')).InfrastructurePage }),
  },
  {
    path: 'facilities/retirements',
    textKey: 'facilities.menu.retirements',
    can: 'facilities.read',
    action: { icon: 'list' },
    lazy: async () => ({ Component: (await import('./RetirementListPage.tsx')).RetirementListPage }),
  },
]

const foundAtMost = 8

export const finder: Finder = {
  module: 'facilities',
  textKey: 'facilities.menu.equipment',
  can: 'facilities.read',
  async find(client, text) {
    const on = isoDateAt(Date.now())
    const reply = await client.facilities.equipment({ text, on, withPast: true, limit: foundAtMost })
    if (!reply.ok) return []
    return reply.value.rows.map(({ id, name, inventoryNumber }) => ({
      key: `equipment-${id}`,
      text: name,
      hint: inventoryNumber,
      to: `/facilities/equipment/${id}`,
    }))
  },
}
