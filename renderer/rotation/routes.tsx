import type { Finder, PageRoute, RecordPart } from '../app/module-route.ts'
import { isoDateAt } from '../../shared/dates.ts'

export const routes: PageRoute[] = [
  {
    path: 'rotation',
    textKey: 'rotation.menu.shipments',
    can: 'rotation.read',
    menu: { group: 'service', icon: 'truck' },
    lazy: async () => ({ Component: (await import('./ShipmentListPage.tsx')).ShipmentListPage }),
  },
  {
    path: 'rotation/sessions',
    textKey: 'rotation.menu.sessions',
    can: 'rotation.read',
    action: { icon: 'calendar' },
    lazy: async () => ({ Component: (await import('./SessionListPage.tsx')).SessionListPage }),
  },
  {
    path: 'rotation/routes',
    textKey: 'rotation.menu.routes',
    can: 'rotation.read',
    action: { icon: 'list' },
    lazy: async () => ({ Component: (await import('./RouteListPage.tsx')).RouteListPage }),
  },
  {
    path: 'rotation/:id',
    textKey: 'rotation.menu.shipment',
    can: 'rotation.read',
    lazy: async () => ({ Component: (await import('./ShipmentPage.tsx')).ShipmentPage }),
  },
  {
    path: 'rotation/:id/return',
    textKey: 'rotation.menu.return',
    can: 'rotation.write',
    lazy: async () => ({ Component: (await import('./ReturnPage.tsx')).ReturnPage }),
  },
]

const foundAtMost = 8

/** By number, point, or the code of the square on a packing list. */
export const finder: Finder = {
  module: 'rotation',
  textKey: 'rotation.menu.shipments',
  can: 'rotation.read',
  async find(client, text) {
    const on = isoDateAt(Date.now())
    const reply = await client.rotation.shipments({ text, on, limit: foundAtMost })
    if (!reply.ok) return []
    return reply.value.rows.map(({ id, number, pointName }) => ({
      key: `shipment-${id}`,
      text: number,
      hint: pointName,
      to: `/rotation/${id}`,
    }))
  },
}

export const copyPart: RecordPart = {
  of: 'copy',
  can: 'rotation.read',
  lazy: async () => ({ default: (await import('./CopyRotation.tsx')).CopyRotation }),
}
