import type { PointKind } from '../network/contract.ts'
import type { IsoDate } from '../dates.ts'

/** Communes of before and since 01/07/2025, by the district they lay in. */
const districts = [
  ['Huyện Bình Giang', ['Hòa Bình', 'Tân Tiến', 'Vĩnh Hồng', 'Thái Dương']],
  ['Huyện Cẩm Khê', ['Phú Lạc', 'Minh Côi', 'Tùng Khê', 'Văn Bán']],
  ['Huyện Đông Sơn', ['Đông Hòa', 'Đông Nam', 'Đông Khê', 'Đông Ninh']],
  ['Huyện Lạc Thủy', ['Phú Nghĩa', 'An Bình', 'Yên Bồng', 'Khoan Dụ']],
  ['Thị xã Phú Hưng', ['Trần Phú', 'Lê Lợi', 'Quang Trung', 'Hưng Đạo']],
  ['Huyện Tam Nông', ['Hương Nộn', 'Dị Nậu', 'Vạn Xuân', 'Bắc Sơn']],
] as const
const reform = '2025-07-01'

export type DemoIdentity = {
  fromOn: IsoDate
  name: string
  kind: PointKind
  commune: string
  district: string
}
export type DemoFigure = {
  fromOn: IsoDate
  copies: number | null
  titles: number | null
  serials: number | null
  areaM2: number | null
}
export type DemoPoint = {
  identities: DemoIdentity[]
  figures: DemoFigure[]
  closedOn: IsoDate | null
  body: string
  /** The name of the partner it is, where activities have named one. */
  partner: string | null
  isOwn: boolean
  website: 'yes' | 'no' | null
}
export type DemoNetwork = ReturnType<typeof demoNetwork>

type Kept = Pick<DemoPoint, 'body' | 'partner' | 'isOwn' | 'website' | 'closedOn' | 'figures'>
const point = (identities: DemoIdentity[], kept: Partial<Kept> = {}): DemoPoint => ({
  identities,
  figures: [],
  closedOn: null,
  body: '',
  partner: null,
  isOwn: false,
  website: null,
  ...kept,
})

/** Some sixty libraries and points of a province, as they were before and since 01/07/2025. */
export function demoNetwork(today: IsoDate) {
  const year = Number(today.slice(0, 4))
  const figuresOn = `${year - 1}-12-31`
  const communes = districts.flatMap(([district, names], row) =>
    names.map((name, at) => communeLibrary({ district, name, number: row * 4 + at, figuresOn })),
  )
  const points = [
    provincial,
    ...districts.map(([district], at) => districtLibrary(district, at)),
    ...communes,
    ...districts.flatMap(([district, names]) => smallPoints(district, names)),
    ...others,
  ]
  return {
    points,
    year,
    today,
    populations: [
      { year: year - 2, people: 1_782_400, source: `Niên giám thống kê năm ${year - 2}` },
      { year: year - 1, people: 1_801_300, source: `Niên giám thống kê năm ${year - 1}` },
    ],
  }
}

const provincial = point(
  [
    {
      fromOn: '1958-09-02',
      name: 'Thư viện tỉnh',
      kind: 'provincial',
      commune: 'Phường Trần Phú',
      district: 'Thị xã Phú Hưng',
    },
  ],
  { body: 'Sở Văn hóa, Thể thao và Du lịch', isOwn: true },
)

/** Half of them became the library of a commune, the others ended. */
function districtLibrary(district: string, at: number): DemoPoint {
  const place = district.replace(/^(Huyện|Thị xã) /, '')
  const before: DemoIdentity = {
    fromOn: `${1975 + at}-04-30`,
    name: `Thư viện ${district.toLowerCase().startsWith('huyện') ? 'huyện' : 'thị xã'} ${place}`,
    kind: 'former_district',
    commune: '',
    district,
  }
  if (at % 2 === 1) return point([before], { closedOn: reform, body: `Trung tâm Văn hóa ${district}` })
  const since = { ...before, fromOn: reform, kind: 'commune' as const, commune: `Xã ${place}` }
  const figure = { fromOn: reform, copies: 9200 + at * 400, titles: 5100, serials: 6, areaM2: 120 }
  return point([before, { ...since, name: `Thư viện xã ${place}` }], {
    figures: [figure],
    body: `UBND xã ${place}`,
    website: at === 0 ? 'yes' : 'no',
  })
}

type Commune = { district: string; name: string; number: number; figuresOn: IsoDate }

function communeLibrary({ district, name, number, figuresOn }: Commune): DemoPoint {
  const opened = `${1998 + (number % 20)}-05-19`
  const before = { fromOn: opened, name: `Thư viện xã ${name}`, kind: 'commune' as const, district }
  const isRenamed = number % 4 === 1
  const identities = [
    { ...before, commune: `Xã ${name}` },
    ...(isRenamed
      ? [{ ...before, fromOn: reform, name: `Thư viện xã ${name} Mới`, commune: `Xã ${name} Mới` }]
      : []),
  ]
  const figure = {
    fromOn: figuresOn,
    copies: 900 + ((number * 397) % 3200),
    titles: 600 + ((number * 211) % 1500),
    serials: number % 5,
    // Every third has not been measured.
    areaM2: number % 3 === 0 ? null : 24 + ((number * 7) % 60),
  }
  return point(identities, {
    figures: number % 6 === 5 ? [] : [figure],
    body: `UBND xã ${name}`,
    partner: number < 2 ? `Thư viện xã ${name}` : null,
    website: number % 7 === 6 ? null : number % 3 === 0 ? 'yes' : 'no',
  })
}

function smallPoints(district: string, names: readonly string[]): DemoPoint[] {
  return names.map((name, at) => {
    const isRoom = at % 2 === 0
    const identity: DemoIdentity = {
      fromOn: `${2010 + at}-09-05`,
      name: isRoom ? `Phòng đọc thôn Đoài, xã ${name}` : `Tủ sách nhà văn hóa thôn Thượng, xã ${name}`,
      kind: isRoom ? 'reading_room' : 'bookcase',
      commune: `Xã ${name}`,
      district,
    }
    return point([identity], { body: `Ban văn hóa xã ${name}`, closedOn: at === 3 ? '2024-01-01' : null })
  })
}

const plain = (fromOn: IsoDate, kind: PointKind, name: string, commune: string): DemoIdentity => ({
  fromOn,
  kind,
  name,
  commune,
  district: '',
})

const others: DemoPoint[] = [
  point([plain('2014-06-01', 'community', 'Thư viện cộng đồng Không gian đọc Hy Vọng', 'Xã Phú Lạc')], {
    figures: [{ fromOn: '2023-01-01', copies: 2100, titles: 1800, serials: null, areaM2: 48 }],
    website: 'yes',
  }),
  point([plain('2017-03-26', 'community', 'Thư viện cộng đồng Sách và Trẻ thơ', 'Xã Đông Hòa')], {
    figures: [{ fromOn: '2024-01-01', copies: 1260, titles: 900, serials: null, areaM2: 30 }],
    website: 'no',
  }),
  point([plain('2009-01-15', 'private', 'Thư viện tư nhân Phạm Gia', 'Phường Lê Lợi')], {
    figures: [{ fromOn: '2022-06-01', copies: 5400, titles: 4100, serials: 3, areaM2: 60 }],
    website: 'no',
  }),
  point([plain('2012-10-10', 'school', 'Thư viện Trường THPT chuyên Phú Hưng', 'Phường Quang Trung')], {
    website: 'yes',
  }),
  point([plain('2005-09-05', 'school', 'Thư viện Trường THCS Lê Lợi', 'Phường Lê Lợi')], { website: 'no' }),
  point([plain('2003-12-22', 'agency', 'Thư viện Bộ Chỉ huy quân sự tỉnh', 'Phường Trần Phú')]),
  point([plain('2019-02-01', 'rotation_point', 'Điểm luân chuyển Trại giam số 5', 'Xã Yên Bồng')]),
  point([plain('2021-11-01', 'rotation_point', 'Điểm luân chuyển Đồn Biên phòng Văn Bán', 'Xã Văn Bán')]),
]
