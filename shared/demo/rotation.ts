import { addDays, type IsoDate } from '../dates.ts'

/** Stock and a vehicle that travel, as a library would have entered them; days are counted back from today. */
export type DemoRotation = ReturnType<typeof demoRotation>

type DemoShipment = {
  sentDaysAgo: number | null
  stayDays: number
  copies: number
  /** What came back of it; null: still there. */
  back: { missing: number; damaged: number } | null
  /** As the point told month by month, oldest first. */
  loans: readonly number[]
}

const shipments: readonly DemoShipment[] = [
  { sentDaysAgo: 420, stayDays: 180, copies: 20, back: { missing: 1, damaged: 2 }, loans: [45, 52, 38] },
  { sentDaysAgo: 330, stayDays: 180, copies: 15, back: { missing: 0, damaged: 0 }, loans: [30, 41] },
  { sentDaysAgo: 190, stayDays: 180, copies: 18, back: null, loans: [62, 57, 49] },
  { sentDaysAgo: 120, stayDays: 180, copies: 24, back: null, loans: [70, 66] },
  { sentDaysAgo: 45, stayDays: 180, copies: 20, back: null, loans: [33] },
  { sentDaysAgo: null, stayDays: 180, copies: 8, back: null, loans: [] },
]

const routes = [
  ['Tuyến vùng cao', ['Trường Tiểu học Hoa Ban', 'Nhà văn hóa thôn Bản Chang'], 2],
  ['Tuyến ven sông', ['Trường THCS Nguyễn Trãi', 'Trạm Y tế xã An Phú'], 1],
] as const

const people = ['Trần Thị Hạnh', 'Lò Văn Pó'] as const

export function demoRotation(today: IsoDate) {
  /** One day each fortnight of the last half year, and two to come. */
  const days = Array.from({ length: 15 }, (_, at) => addDays(today, (at - 12) * 14))
  return { today, shipments, routes, people, days }
}
