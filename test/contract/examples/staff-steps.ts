import type { InputOf } from '../../../shared/contract.ts'
import type { SpecOf } from '../../../shared/contracts.ts'
import { by } from '../example.ts'

export const today = '2026-11-10'
export const posting = { fromOn: '2018-01-01', qualification: 'college', post: 'Thủ thư' } as const
export const member: InputOf<SpecOf<'staff.addMember'>> = {
  name: 'Nguyễn Thị Bích Ngọc',
  startsOn: '2018-01-01',
  postings: [posting, { fromOn: '2026-07-01', qualification: 'bachelor', post: 'Biên mục' }],
}
export const withMember = by('director', 'staff.addMember', member)

export const course = {
  year: 2026,
  name: 'Kỹ năng số cơ bản',
  topic: 'digital',
  plannedQuarter: 2,
  plannedPeople: 10,
  budget: 20_000_000,
  heldFrom: '2026-05-04',
  heldUntil: '2026-05-06',
  hours: 24,
} as const
export const attended: InputOf<SpecOf<'staff.addCourse'>> = {
  ...course,
  attendances: [{ memberId: 1, certificate: 'CC-01' }],
}
export const withCourse = by('director', 'staff.addCourse', attended)

export const headcountRow = { qualification: 'bachelor', post: 'Thủ thư', people: 8 } as const
export const headcount: InputOf<SpecOf<'staff.addHeadcount'>> = {
  fromOn: '2025-01-01',
  digitallyTrained: 6,
  rows: [headcountRow, { qualification: 'master', post: 'Quản lý', people: 2 }],
}
export const withHeadcount = by('director', 'staff.addHeadcount', headcount)

export const level = { memberId: 1, on: '2026-06-01', level: 3, manner: 'self' } as const
export const assessed = by('director', 'staff.assess', level)
