import type { InputOf } from '../../../shared/contract.ts'
import type { SpecOf } from '../../../shared/contracts.ts'
import { by } from '../example.ts'
import { entered, stocked } from './copy-steps.ts'
import { point, second } from './network-steps.ts'

export const today = '2026-11-10'

export const shipment = {
  number: '01/LC-2026',
  pointId: 1,
  preparedOn: '2026-09-01',
  handedBy: 'Trần Thị Hạnh',
  takenBy: 'Lò Văn Pó',
} as const
/** Two points, two copies, nothing drawn up. */
export const ready = [...stocked, entered, by('director', 'network.addPoints', { rows: [point, second] })]
const drawnUp = by('cataloguer', 'rotation.addShipment', shipment)
export const gathered = by('cataloguer', 'rotation.addCopies', { shipmentId: 1, copyIds: [1, 2] })
export const sending = {
  id: 1,
  rev: 1,
  sentOn: '2026-09-05',
  dueOn: '2026-12-05',
  handedBy: shipment.handedBy,
  takenBy: shipment.takenBy,
} as const
const sent = by('cataloguer', 'rotation.send', sending)

export const prepared = [...ready, drawnUp]
export const packed = [...prepared, gathered]
export const out = [...packed, sent]

export const scanned = { shipmentId: 1, code: 'VN.000001', on: '2026-10-20' } as const
export const oneBack = by('desk', 'rotation.scanReturn', scanned)
/** One copy back, the other missing. */
export const closing = { id: 1, rev: 3, closedOn: '2026-10-20', missing: 1 } as const
export const shut = [...out, oneBack, by('cataloguer', 'rotation.closeShipment', closing)]

/** Another one with no copies. */
export const another = by('cataloguer', 'rotation.addShipment', {
  ...shipment,
  number: '02/LC-2026',
  pointId: 2,
})

export const transfer = {
  id: 1,
  rev: 2,
  number: '02/LC-2026',
  pointId: 2,
  on: '2026-10-01',
  dueOn: '2027-02-01',
} as const
export const wentOn = [...out, by('cataloguer', 'rotation.transfer', transfer)]

export const report = {
  shipmentId: 1,
  month: '2026-10-01',
  readers: 40,
  loans: 75,
  source: 'Sổ mượn của điểm',
  toldOn: '2026-11-02',
} as const
export const told = by('cataloguer', 'rotation.addReport', report)

const vehicle = {
  inventoryNumber: 'XE-01',
  name: 'Xe thư viện lưu động',
  kind: 'vehicle',
  acquiredOn: '2020-03-01',
} as const
export const withVehicle = by('director', 'facilities.addEquipment', {
  rows: [vehicle, { ...vehicle, inventoryNumber: 'MT-01', name: 'Máy tính', kind: 'computer' }],
})
export const retiredVehicle = by('director', 'facilities.retire', {
  number: '9/QĐ',
  decidedOn: '2026-06-01',
  reason: 'Hỏng',
  equipmentIds: [1],
})
export const route: InputOf<SpecOf<'rotation.addRoute'>> = {
  name: 'Tuyến Tân Lập',
  siteId: 1,
  vehicleId: 1,
  stops: [{ pointId: 1 }, { place: 'Trường Tiểu học Hòa Bình' }],
}
export const withRoute = [
  by('director', 'network.addPoints', { rows: [point] }),
  withVehicle,
  by('cataloguer', 'rotation.addRoute', route),
]
export const session = { on: '2026-10-12', siteId: 1, place: 'Trường Tiểu học Hòa Bình' } as const
export const held = { ...session, state: 'done', children: 60, adults: 15, documents: 180 } as const
export const withSession = by('cataloguer', 'rotation.addSession', session)
