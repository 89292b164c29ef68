import type { TitleFields } from '../catalogue/contract.ts'
import { between, chance, list, pick } from './dice.ts'
import type { Dice } from './dice.ts'
import type { Scene } from './patterns.ts'

type Fields = Partial<TitleFields>
type Kind = { share: number; of: (dice: Dice, scene: Scene, number: number) => Fields }

const journals = list(
  `Tạp chí Văn nghệ {place} 059.95922|Báo {place} 079.597|Tạp chí Khoa học và Công nghệ {place} 605|
  Bản tin Tư tưởng {place} 320.9597|Tạp chí Di sản {place} 363.6|Thông tin Khoa giáo {place} 370|
  Bản tin Khuyến nông {place} 630|Tạp chí Giáo dục {place} 370|Niên san Địa chí {place} 915.97|
  Bản tin Du lịch {place} 338.4|Tạp chí Y tế {place} 610|Tập san Sáng tác {place} 059.95922`,
)
const maps = list(
  `Bản đồ hành chính {place}|Bản đồ du lịch {place}|Bản đồ địa hình {commune}, {place}|
  Bản đồ hiện trạng sử dụng đất {place}|Bản đồ giao thông {place}|Bản đồ di tích {place}`,
)
const frequencies = list('Hằng tuần|Hằng tháng|Hằng tháng|Hai tháng một kì|Hằng quý')

/** Out of a thousand titles; the rest are books. Each says what it has instead of what a book has. */
const kinds: Record<string, Kind> = {
  serial: { share: 6, of: serial },
  map: { share: 6, of: map },
  audiovisual: {
    share: 10,
    of: (dice) => ({ isbn: '', extent: `1 đĩa DVD (${between(dice, 20, 120)} phút)` }),
  },
  microform: {
    share: 2,
    of: (dice) => ({ isbn: '', extent: `${between(dice, 1, 6)} cuộn vi phim ; 35 mm` }),
  },
  braille: { share: 4, of: (dice) => ({ isbn: '', extent: `${between(dice, 2, 6)} tập chữ nổi Braille` }) },
  talking_book: {
    share: 5,
    of: (dice) => ({ isbn: '', extent: `1 đĩa CD (MP3, ${between(dice, 3, 14)} giờ)` }),
  },
  large_print: {
    share: 2,
    of: (dice) => ({ isbn: '', extent: `${between(dice, 120, 420)} tr. : chữ to ; 24 cm` }),
  },
  digital: { share: 30, of: digital },
  link: {
    share: 3,
    of: (_, __, number) => ({ isbn: '', extent: '', url: `https://nguon-mo.example/tai-lieu/${number}` }),
  },
  article: { share: 20, of: article },
}

/** What kind of material a title is, and its fields where they differ from a book's. */
export function materialFor(
  dice: Dice,
  { scene, number, isHandwritten }: { scene: Scene; number: number; isHandwritten: boolean },
): Fields & { material: TitleFields['material'] } {
  if (isHandwritten) {
    return {
      material: chance(dice) < 0.7 ? 'hannom' : 'manuscript',
      extent: `${between(dice, 12, 180)} tờ ; 27 cm`,
    }
  }
  let roll = chance(dice) * 1000
  for (const [name, { share, of }] of Object.entries(kinds)) {
    if (roll < share) return { ...of(dice, scene, number), material: name as TitleFields['material'] }
    roll -= share
  }
  return { material: 'book' }
}

function serial(dice: Dice, { place }: Scene, number: number): Fields {
  const journal = pick(dice, journals)
  const gap = journal.lastIndexOf(' ')
  return {
    title: journal.slice(0, gap).replace('{place}', place.name),
    subtitle: '',
    part: '',
    responsibility: `Ủy ban nhân dân ${place.name}`,
    isbn: '',
    issn: issnOf(number),
    ddc: journal.slice(gap + 1),
    language: 'vie',
    publisher: '',
    place: place.name,
    extent: pick(dice, frequencies),
    note: '',
  }
}

function map(dice: Dice, scene: Scene): Fields {
  const { place } = scene
  return {
    title: pick(dice, maps)
      .replace('{place}', place.name)
      .replace('{commune}', scene.commune ?? place.name),
    subtitle: `Tỉ lệ 1:${pick(dice, ['10.000', '25.000', '50.000', '100.000', '250.000'])}`,
    responsibility: `Sở Tài nguyên và Môi trường ${place.name}`,
    publisher: 'NXB Bản đồ',
    isbn: '',
    ddc: `912.597${place.area}`,
    language: 'vie',
    extent: '1 bản đồ : màu ; 79 x 109 cm',
  }
}

function digital(dice: Dice, _: Scene, number: number): Fields {
  return {
    digitalOrigin: pick(dice, ['self', 'self', 'self', 'bought', 'exchanged', 'open']),
    extent: `1 tệp PDF (${between(dice, 2, 180)} MB)`,
    url: `https://tai-lieu-so.example/${number}`,
  }
}

function article(dice: Dice): Fields {
  const first = between(dice, 2, 90)
  return { isbn: '', publisher: '', extent: `Tr. ${first}-${first + between(dice, 1, 12)}` }
}

/** Seven digits and their check digit, as unlike one another as the numbers they are made from. */
function issnOf(number: number): string {
  const digits = String(1_000_000 + ((number * 611_953) % 9_000_000))
  const sum = [...digits].reduce((total, digit, at) => total + Number(digit) * (8 - at), 0)
  const check = (11 - (sum % 11)) % 11
  return `${digits.slice(0, 4)}-${digits.slice(4)}${check === 10 ? 'X' : check}`
}
