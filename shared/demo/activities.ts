import { isoDateAt, type IsoDate } from '../dates.ts'

type Pattern = {
  name: string
  typeCode: string
  /** Months in which it takes place. */
  months: readonly number[]
  day: number
  sessions?: number
  attended: number
  children?: number
  copiesShown?: number
  copiesGiven?: number
  partner?: DemoPartner
  isBookDay?: true
}
export type DemoPartner = { name: string; kind: 'library' | 'school' | 'agency' | 'association' }
export type DemoActivity = Omit<Pattern, 'months' | 'day' | 'sessions'> & {
  state: 'planned' | 'done'
  days: IsoDate[]
}

const school: DemoPartner = { name: 'Trường THCS Lê Lợi', kind: 'school' }
const commune: DemoPartner = { name: 'Thư viện xã Hòa Bình', kind: 'library' }
const otherCommune: DemoPartner = { name: 'Thư viện xã Tân Tiến', kind: 'library' }
const department: DemoPartner = { name: 'Sở Văn hóa, Thể thao và Du lịch', kind: 'agency' }
const youth: DemoPartner = { name: 'Tỉnh đoàn', kind: 'association' }
const everyMonth = Array.from({ length: 12 }, (_, at) => at + 1)

/** What a provincial library does in a year, as the reports that were looked at tell it. */
const patterns: readonly Pattern[] = [
  {
    name: 'Trưng bày sách, báo mừng Đảng, mừng Xuân',
    typeCode: 'E01',
    months: [1],
    day: 20,
    attended: 640,
    copiesShown: 500,
  },
  {
    name: 'Ngày Sách và Văn hóa đọc Việt Nam',
    typeCode: 'E02',
    months: [4],
    day: 21,
    attended: 1250,
    children: 800,
    copiesShown: 1200,
    copiesGiven: 300,
    partner: department,
    isBookDay: true,
  },
  {
    name: 'Giao lưu với tác giả nhân Ngày Sách',
    typeCode: 'E03',
    months: [4],
    day: 22,
    attended: 180,
    children: 90,
    partner: youth,
    isBookDay: true,
  },
  {
    name: 'Cuộc thi Đại sứ văn hóa đọc vòng tỉnh',
    typeCode: 'E07',
    months: [5],
    day: 15,
    attended: 420,
    children: 380,
    partner: department,
    isBookDay: true,
  },
  {
    name: 'Kể chuyện sách hè cho thiếu nhi',
    typeCode: 'E05',
    months: [6, 7],
    day: 5,
    sessions: 4,
    attended: 60,
    children: 55,
    partner: school,
  },
  {
    name: 'Trưng bày tư liệu Ngày Quốc khánh',
    typeCode: 'E01',
    months: [8],
    day: 30,
    attended: 510,
    copiesShown: 350,
  },
  {
    name: 'Tập huấn nghiệp vụ cho thư viện cơ sở',
    typeCode: 'E10',
    months: [3, 9],
    day: 12,
    sessions: 2,
    attended: 45,
    partner: department,
  },
  {
    name: 'Hướng dẫn tra cứu cho bạn đọc mới',
    typeCode: 'E20',
    months: [2, 5, 9, 11],
    day: 8,
    sessions: 2,
    attended: 30,
    partner: school,
  },
  {
    name: 'Hướng dẫn nghiệp vụ thư viện xã Hòa Bình',
    typeCode: 'E29',
    months: [3, 10],
    day: 18,
    attended: 12,
    partner: commune,
  },
  {
    name: 'Hướng dẫn nghiệp vụ thư viện xã Tân Tiến',
    typeCode: 'E29',
    months: [6],
    day: 24,
    attended: 10,
    partner: otherCommune,
  },
  { name: 'Tin hoạt động trên trang điện tử', typeCode: 'E25', months: everyMonth, day: 25, attended: 0 },
]

const yearsBack = 2

/** Two years of activities up to today, and what is planned for the month to come. */
export function demoActivities(today: IsoDate): DemoActivity[] {
  const thisYear = Number(today.slice(0, 4))
  const first = `${thisYear - yearsBack}${today.slice(4)}`
  const last = isoDateAt(Date.parse(today) + 30 * 86_400_000)
  return Array.from({ length: yearsBack + 2 }, (_, at) => thisYear - yearsBack + at)
    .flatMap((year) => patterns.flatMap((pattern) => inYear(pattern, year, today)))
    .filter(({ days: [day = ''] }) => day > first && day <= last)
    .toSorted((a, b) => ((a.days[0] ?? '') < (b.days[0] ?? '') ? -1 : 1))
}

function inYear(pattern: Pattern, year: number, today: IsoDate): DemoActivity[] {
  const { months, day, sessions = 1, ...facts } = pattern
  return months.map((month) => {
    const start = Date.UTC(year, month - 1, day)
    const days = Array.from({ length: sessions }, (_, at) => isoDateAt(start + at * 7 * 86_400_000))
    return { ...facts, days, state: (days.at(-1) ?? '') <= today ? 'done' : 'planned' }
  })
}
