import type { InputOf } from '../../../shared/contract.ts'
import type { SpecOf } from '../../../shared/contracts.ts'
import { by } from '../example.ts'

export type Fields = InputOf<SpecOf<'activities.add'>>

/** Today is 10 November 2026. */
const session = { on: '2026-11-05' } as const
export const display: Fields = {
  name: 'Trưng bày sách về Trường Sa',
  typeCode: 'E01',
  copiesShown: 300,
  sessions: [{ ...session, state: 'held', attended: 120, children: 40, adults: 80 }],
}
export const planned: Fields = { name: 'Nói chuyện về lịch sử', typeCode: 'E03', sessions: [session] }

export const displayed = by('activities', 'activities.add', { ...display, state: 'done' })
export const plannedOne = by('activities', 'activities.add', planned)
export const bookDay = by('activities', 'activities.addCampaign', {
  name: 'Ngày Sách và Văn hóa đọc',
  kind: 'book_day',
  year: 2026,
})
export const ownType = by('administrator', 'activities.addType', {
  name: 'Đọc sách cho bà',
  group: 'reading',
})
export const school = by('activities', 'cooperation.addPartner', {
  name: 'Trường THCS Kim Đồng',
  kind: 'school',
})
