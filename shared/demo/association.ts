import type { Sector } from '../association/contract.ts'
import type { IsoDate } from '../dates.ts'

export type DemoMember = { name: string; cardNumber: string; admittedOn: IsoDate }
export type DemoBranch = {
  name: string
  kind: 'union' | 'branch'
  sector: Sector
  foundedOn: IsoDate
  members: DemoMember[]
  /** What it has paid for this year, in hundredths of what it owes. */
  paidPercent: number
}

const familyNames = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Đặng', 'Bùi', 'Đỗ', 'Ngô']
const middleNames = ['Thị', 'Văn', 'Thị Minh', 'Đức', 'Thị Thu', 'Quang']
const givenNames = ['An', 'Bình', 'Châu', 'Dung', 'Đạt', 'Hà', 'Hòa', 'Khuê', 'Lan', 'Ngọc', 'Phúc', 'Thảo']

const units = [
  { name: 'Chi hội Thư viện tỉnh', sector: 'public', members: 24, paidPercent: 100 },
  { name: 'Chi hội thư viện công cộng cơ sở', sector: 'public', members: 18, paidPercent: 50 },
  { name: 'Chi hội thư viện Trường Đại học Đà Lạt', sector: 'education', members: 15, paidPercent: 100 },
  {
    name: 'Chi hội thư viện Trung tâm Thông tin, Ứng dụng khoa học và công nghệ',
    sector: 'specialised',
    members: 6,
    paidPercent: 0,
  },
] as const

/** An association as a province has it: a union, branches of libraries of each kind, and members by the year. */
export function demoBranches(today: IsoDate): DemoBranch[] {
  const thisYear = Number(today.slice(0, 4))
  let card = 0
  const memberOf = (): DemoMember => {
    card += 1
    const at = (names: readonly string[], step: number) => names[(card * step) % names.length] ?? ''
    const admittedOn = `${thisYear - (card % 9)}-03-15`
    return {
      name: [at(familyNames, 3), at(middleNames, 5), at(givenNames, 7)].join(' '),
      cardNumber: `HV-${String(card).padStart(4, '0')}`,
      admittedOn: admittedOn > today ? `${thisYear - 1}-03-15` : admittedOn,
    }
  }
  const union: DemoBranch = {
    name: 'Liên chi hội thư viện tỉnh Lâm Đồng',
    kind: 'union',
    sector: 'public',
    foundedOn: '2006-10-20',
    members: [],
    paidPercent: 0,
  }
  const branches = units.map(({ members, ...unit }): DemoBranch => ({
    ...unit,
    kind: 'branch',
    foundedOn: '2008-05-10',
    members: Array.from({ length: members }, memberOf),
  }))
  return [union, ...branches]
}
