import type { InputOf } from '../../../shared/contract.ts'
import type { SpecOf } from '../../../shared/contracts.ts'
import { by } from '../example.ts'

export const today = '2026-11-10'
type Room = InputOf<SpecOf<'facilities.addRoom'>>
export const measure = { fromOn: '2020-01-01', areaM2: 80.5, seats: 40 } as const
export const room: Room = {
  name: 'Phòng đọc Hoa Kỳ',
  kind: 'multimedia',
  openedOn: '2020-01-01',
  source: 'donation',
  sourceName: 'Đại sứ quán Hoa Kỳ',
  measures: [measure, { fromOn: '2026-07-01', areaM2: 120, seats: 60 }],
}
export const withRoom = by('director', 'facilities.addRoom', room)

export const computer = {
  inventoryNumber: 'TB-001',
  name: 'Máy tính để bàn',
  kind: 'computer',
  purpose: 'readers',
  source: 'project',
  sourceName: 'Quỹ Gates',
  acquiredOn: '2024-03-01',
  price: 15_000_000,
  warrantyUntil: '2026-12-01',
} as const
export const withComputer = by('director', 'facilities.addEquipment', { rows: [computer] })

/** Two computers that were given, none of them recorded. */
export const computersGiven = by('activities', 'cooperation.addGift', {
  kind: 'equipment',
  what: 'Máy tính cho phòng đọc',
  receivedOn: '2026-10-10',
  donorName: 'Một bạn đọc',
  items: [{ name: 'Máy tính', quantity: 2, valueMinor: 30_000_001 }],
})
export const givenComputer = { name: 'Máy tính', acquiredOn: '2026-10-10', giftItemId: 1 } as const
export const withGivenComputers = by('director', 'facilities.addEquipment', {
  rows: [givenComputer, givenComputer],
})

type Decision = Omit<InputOf<SpecOf<'facilities.retire'>>, 'equipmentIds'>
export const decision: Decision = {
  number: '12/QĐ-TV',
  decidedOn: '2026-10-01',
  reason: 'Hỏng, không sửa được',
  basis: 'Luật Quản lý, sử dụng tài sản công',
  members: [{ name: 'Nguyễn Văn An', position: 'Giám đốc', duty: 'chair' }],
}
export const retired = by('director', 'facilities.retire', { ...decision, equipmentIds: [1] })

export const software = {
  name: 'Kho Sách',
  purpose: 'library',
  version: '1.0',
  licence: 'open_source',
  fromOn: '2026-01-01',
  supportUntil: '2026-12-31',
} as const
export const withSoftware = by('director', 'facilities.addSoftware', software)

export const connection = { siteId: 1, kind: 'fibre', speedMbps: 150, fromOn: '2025-01-01' } as const
export const withConnection = by('director', 'facilities.addConnection', connection)

export const service = {
  name: 'Trang thông tin điện tử',
  kind: 'website',
  url: 'https://thuvien.example.vn',
  fromOn: '2025-01-01',
} as const
export const withService = by('director', 'facilities.addService', service)

export const broken = { equipmentId: 1, kind: 'broken', on: '2026-09-01', note: 'Cháy nguồn' } as const
export const said = { itemId: 3, fromOn: '2026-01-01', state: 'digital', tool: 'Kho Sách' } as const
