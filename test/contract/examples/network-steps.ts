import type { InputOf } from '../../../shared/contract.ts'
import type { SpecOf } from '../../../shared/contracts.ts'
import { by } from '../example.ts'

export const today = '2026-11-10'

type Point = InputOf<SpecOf<'network.addPoints'>>['rows'][number]
const before = {
  fromOn: '2019-05-19',
  name: 'Thư viện xã Tân Lập',
  kind: 'commune',
  commune: 'Xã Tân Lập',
} as const
const since = {
  ...before,
  fromOn: '2025-07-01',
  name: 'Thư viện xã Hồng Phong',
  commune: 'Xã Hồng Phong',
} as const
export const figure = { fromOn: '2026-01-01', copies: 2400, serials: 1, source: 'Báo cáo năm 2025' } as const
export const point: Point = { identities: [before, since], figures: [figure], body: 'UBND xã Hồng Phong' }
export const second: Point = {
  identities: [
    { fromOn: '2021-01-01', name: 'Tủ sách thôn Đoài', kind: 'bookcase', commune: 'Xã Hồng Phong' },
  ],
}
export const withPoint = by('director', 'network.addPoints', { rows: [point] })
export const withTwo = by('director', 'network.addPoints', { rows: [point, second] })
/** A point of the same name, and nothing asked. */
export const shut = { ...point, id: 1, rev: 1, closedOn: '2026-10-01' }

export const withPartner = by('director', 'cooperation.addPartner', {
  name: 'Thư viện tỉnh bạn',
  kind: 'library',
})
export const withAgreement = by('director', 'cooperation.addAgreement', {
  name: 'Liên thông tài nguyên',
  kind: 'interconnection',
  startsOn: '2026-01-01',
  partnerIds: [1],
})

export const loan = {
  direction: 'in',
  kind: 'loan',
  what: 'Địa chí tỉnh, tập 1',
  documents: 2,
  partnerId: 1,
  askedOn: '2026-09-01',
  sentOn: '2026-09-05',
  dueOn: '2026-10-05',
} as const
export const withLoan = by('director', 'network.addExchange', loan)
export const loanToPoint = { ...loan, partnerId: null, pointId: 1 } as const

export const visit = by('director', 'activities.add', {
  name: 'Kiểm tra, hướng dẫn nghiệp vụ cơ sở',
  typeCode: 'E29',
  state: 'done',
  sessions: [{ on: '2026-08-12', attended: 4 }],
})
export const show = by('director', 'activities.add', {
  name: 'Trưng bày sách',
  typeCode: 'E01',
  state: 'done',
  sessions: [{ on: '2026-08-12', attended: 40 }],
})
export const support = {
  pointId: 1,
  findings: 'Chưa phân loại theo DDC',
  followUp: 'Phân loại lại 300 bản',
  followUpBy: '2026-09-30',
} as const
export const supported = by('director', 'network.addSupport', { activityId: 1, ...support })

export const people = { year: 2025, people: 1_800_000, source: 'Niên giám thống kê năm 2025' } as const
export const withPeople = by('director', 'network.addPopulation', people)
