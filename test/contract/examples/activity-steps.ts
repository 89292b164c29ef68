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

/** What years of every single day would come to. */
export const thousands = [
  `insert into journalCommand (epochId, operation, at, isBulk)
    select max(id), 'activities.add', '2026-11-10T00:00:00.000Z', 1 from epoch`,
  `insert into activity (name, typeCode, state, part, reach, organiser, place, responsible, note, startsOn, endsOn, proof)
    with recursive n (i) as (select 1 union all select i + 1 from n where i < 2001)
    select 'Tin ' || i, 'E25', 'planned', 'organiser', 'local', '', '', '', '', '2026-11-05', '2026-11-05', 'not_needed' from n`,
]
