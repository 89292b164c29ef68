import { by } from '../example.ts'

export const today = '2026-11-10'
export const member = {
  name: 'Nguyễn Thị Bích Ngọc',
  startsOn: '2018-01-01',
  postings: [
    { fromOn: '2018-01-01', qualification: 'college', post: 'Thủ thư' },
    { fromOn: '2026-07-01', qualification: 'bachelor', post: 'Biên mục' },
  ],
} as const
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
export const attended = { ...course, attendances: [{ memberId: 1, certificate: 'CC-01' }] } as const
export const withCourse = by('director', 'staff.addCourse', attended)

export const headcount = {
  fromOn: '2025-01-01',
  digitallyTrained: 6,
  rows: [
    { qualification: 'bachelor', post: 'Thủ thư', people: 8 },
    { qualification: 'master', post: 'Quản lý', people: 2 },
  ],
} as const
export const withHeadcount = by('director', 'staff.addHeadcount', headcount)

export const level = { memberId: 1, on: '2026-06-01', level: 3, manner: 'self' } as const
export const assessed = by('director', 'staff.assess', level)
