import type {
  AcquisitionSource,
  SerialIssueFields,
  SpecialClass,
  SubscriptionFields,
} from '../catalogue/contract.ts'
import type { Condition } from '../copies/contract.ts'
import type * as z from 'zod'
import { between, chance, diceOf, list, pick } from './dice.ts'
import type { Dice } from './dice.ts'
import type { DemoTitle } from './rules.ts'

export const demoSites = [
  {
    name: 'Cơ sở 1, Đà Lạt',
    stores: ['Kho đọc', 'Kho mượn', 'Kho thiếu nhi', 'Kho địa chí', 'Kho báo, tạp chí'],
  },
  { name: 'Cơ sở 2, Bảo Lộc', stores: ['Kho mượn'] },
] as const
export const demoSeries = {
  reading: { name: 'Sách kho đọc', prefix: 'VL', digits: 6, materials: [] },
  lending: { name: 'Sách kho mượn', prefix: 'M', digits: 6, materials: ['book'] },
  children: { name: 'Sách thiếu nhi', prefix: 'TN', digits: 6, materials: [] },
  local: { name: 'Tài liệu địa chí', prefix: 'ĐC', digits: 5, materials: ['manuscript', 'hannom'] },
  foreign: { name: 'Sách ngoại văn', prefix: 'NV', digits: 5, materials: [] },
  bound: { name: 'Báo, tạp chí đóng tập', prefix: 'BT', digits: 5, materials: ['serial'] },
  other: {
    name: 'Tài liệu khác',
    prefix: 'TK',
    digits: 5,
    materials: ['map', 'audiovisual', 'microform', 'braille', 'talking_book', 'large_print'],
  },
} as const
export type DemoSeries = keyof typeof demoSeries

export type DemoDelivery = {
  number: string
  receivedOn: string
  source: AcquisitionSource
  supplier: string
  document: string
}
/** Places in the lists that it was made with stand for keys that are not given yet. */
export type DemoCopy = {
  titleAt: number
  series: DemoSeries
  siteAt: number
  store: string
  condition: Condition
  priceMinor: number | null
  enumeration: string
  /** The day it left the first site's lending room, or ceased to be in good condition. */
  movedOn: string | null
  wornOn: string | null
}

const suppliers: Record<AcquisitionSource, readonly string[]> = {
  purchase: list('Công ty Phát hành sách Lâm Đồng|Nhà sách Đà Lạt|Công ty Sách và Thiết bị trường học'),
  donation: list('Bạn đọc biếu|Hội Văn học Nghệ thuật tỉnh|Quỹ Sách cho em'),
  exchange: list('Thư viện tỉnh Khánh Hòa|Thư viện tỉnh Gia Lai'),
  deposit: list('Sở Văn hóa, Thể thao và Du lịch|Nhà xuất bản nộp lưu chiểu'),
  project: list('Chương trình mục tiêu quốc gia xây dựng nông thôn mới|Chương trình sách hạt nhân'),
  other: list('Kho cũ kiểm kê lại'),
}
const sources: readonly AcquisitionSource[] = [
  ...Array.from({ length: 13 }, (): AcquisitionSource => 'purchase'),
  ...Array.from({ length: 4 }, (): AcquisitionSource => 'donation'),
  'project',
  'project',
  'deposit',
  'exchange',
]

export function demoDelivery(
  seed: number,
  { receivedOn, order }: { receivedOn: string; order: number },
): DemoDelivery {
  const dice = diceOf(seed + 3, order)
  const source = pick(dice, sources)
  const year = receivedOn.slice(0, 4)
  return {
    number: `${String(order).padStart(4, '0')}/${year}-PN`,
    receivedOn,
    source,
    supplier: pick(dice, suppliers[source]),
    document: source === 'purchase' ? `Hóa đơn số ${between(dice, 1000, 99_999)}` : '',
  }
}

const withoutCopies: readonly string[] = ['digital', 'link', 'article']

/** The copies of a title, so many on average; what happened to them since happened before today. */
export function demoCopies(
  title: DemoTitle,
  { seed, number, average, today }: { seed: number; number: number; average: number; today: string },
): Omit<DemoCopy, 'titleAt'>[] {
  if (withoutCopies.includes(title.material)) return []
  const dice = diceOf(seed + 4, number)
  const spread = average * 2.14
  const count = Math.floor(spread / 2 + (chance(dice) - 0.5) * Math.min(spread, 2) + 0.5)
  return Array.from({ length: count }, (_, index) => copyOf(dice, { title, index, today }))
}

function copyOf(
  dice: Dice,
  { title, index, today }: { title: DemoTitle; index: number; today: string },
): Omit<DemoCopy, 'titleAt'> {
  const series = seriesOf(title, index)
  const isElsewhere = series === 'lending' && chance(dice) < 0.2
  const wear = chance(dice)
  const condition: Condition = wear < 0.05 ? 'worn' : wear < 0.062 ? 'damaged' : 'good'
  const later = dayBetween(dice, title.addedOn, today)
  const year = Number(title.addedOn.slice(0, 4))
  return {
    series,
    siteAt: isElsewhere ? 1 : 0,
    store: isElsewhere ? 'Kho mượn' : storeOf[series],
    condition,
    priceMinor: chance(dice) < 0.1 ? null : between(dice, 4, 20) * (500 + (year - 1985) * 200),
    enumeration: series === 'bound' ? String(year) : '',
    movedOn: isElsewhere && chance(dice) < 0.1 ? later : null,
    wornOn: condition === 'good' ? null : later,
  }
}

const storeOf: Record<DemoSeries, string> = {
  reading: 'Kho đọc',
  lending: 'Kho mượn',
  children: 'Kho thiếu nhi',
  local: 'Kho địa chí',
  foreign: 'Kho đọc',
  bound: 'Kho báo, tạp chí',
  other: 'Kho đọc',
}

function seriesOf(title: DemoTitle, index: number): DemoSeries {
  if (title.material === 'serial') return 'bound'
  if (demoClassesOf(title).includes('local_history')) return 'local'
  if (title.material !== 'book') return 'other'
  if (title.publisher === 'NXB Kim Đồng') return 'children'
  if (title.language !== 'vie') return 'foreign'
  return index === 0 ? 'reading' : 'lending'
}

function dayBetween(dice: Dice, from: string, to: string): string {
  const [first, last] = [Date.parse(from), Date.parse(to)]
  return new Date(first + Math.floor((chance(dice) * (last - first)) / 86_400_000) * 86_400_000)
    .toISOString()
    .slice(0, 10)
}

/** Classes that digitization puts first, as far as the title itself shows them. */
export function demoClassesOf({ material, ddc, publishedYear }: DemoTitle): SpecialClass[] {
  const classes: SpecialClass[] = []
  if (material === 'hannom') classes.push('ancient')
  if (/^(?:915\.97|324\.2597075|390\.09597)6[0-9]/.test(ddc) || ddc === '959.769')
    classes.push('local_history')
  if (material === 'manuscript') classes.push('rare')
  if (publishedYear !== null && publishedYear < 1950) classes.push('out_of_copyright')
  return classes
}

export const classEvidence: Partial<Record<SpecialClass, string>> = {
  ancient: 'Bản viết tay chữ Hán, chữ Nôm',
  local_history: 'Nội dung viết về địa phương',
  rare: 'Bản chép tay duy nhất',
  out_of_copyright: 'Xuất bản quá 75 năm',
}

/** What a library still takes, and the issues that came in this year. */
export function demoSubscription(
  title: DemoTitle,
  today: string,
): {
  subscription: z.output<typeof SubscriptionFields>
  issues: z.output<typeof SerialIssueFields>[]
} | null {
  if (title.material !== 'serial') return null
  const months = Number(today.slice(5, 7))
  const year = today.slice(0, 4)
  const issues = Array.from({ length: months }, (_, index) => {
    const day = `${year}-${String(index + 1).padStart(2, '0')}-01`
    return {
      volume: year,
      number: String(index + 1),
      publishedOn: day,
      receivedOn: index === months - 1 ? null : day,
      state: index === months - 1 ? ('expected' as const) : ('received' as const),
      note: '',
    }
  })
  const startsOn = title.addedOn
  return {
    subscription: { startsOn, endsOn: null, frequency: 'monthly', source: 'purchase', note: '' },
    issues,
  }
}

/** Each year after the first ten, a little of what is older is withdrawn. */
export function demoWithdrawals(today: string) {
  const grounds = ['damaged', 'outdated', 'surplus', 'lost'] as const
  const years = Array.from({ length: Number(today.slice(0, 4)) - 2000 }, (_, index) => 2000 + index)
  return years.map((year, index) => ({
    decisionNumber: `${12 + index}/QĐ-TV`,
    decidedOn: `${year}-11-15`,
    withdrawnOn: `${year}-12-01`,
    ground: grounds[index % grounds.length] ?? 'damaged',
    note: '',
    /** Of so many copies, one. */
    oneIn: 400,
    accessionedUntil: `${year - 8}-12-31`,
  }))
}
