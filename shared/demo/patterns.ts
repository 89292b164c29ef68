import { between, pick } from './dice.ts'
import type { Dice } from './dice.ts'
import { foreignLexicon } from './foreign.ts'
import { lexicon } from './lexicon.ts'
import { communes } from './places.ts'
import type { Place } from './places.ts'
import { personName } from './people.ts'

/** What the parts of one title have in common; commune and topic are set once one was named. */
export type Scene = {
  place: Place
  year: number
  foreign: { name: string; ddc: string; from: string }
  commune?: string
  /** Class number of the first thing named that has one. */
  topic?: string
}

const spanStarts = [1930, 1930, 1930, 1945, 1945, 1946, 1954, 1954, 1975, 1975, 1986, 2000]
type Course = { name: string; first: number; last: number; ddc: string }
const courses =
  `Toán 1-12 510.76|Tiếng Việt 1-5 372.6|Ngữ văn 6-12 807.6|Vật lí 10-12 530.76|Hóa học 10-12 540.76|
  Sinh học 10-12 570.76|Lịch sử 6-12 959.70076|Địa lí 6-12 910.76|Tiếng Anh 3-12 428.0076|Tin học 3-12 004.076|
  Công nghệ 3-12 607.6|Giáo dục công dân 6-9 170.76|Âm nhạc 1-9 780.76|Mĩ thuật 1-9 707.6|
  Tự nhiên và xã hội 1-3 372.35|Khoa học 4-5 372.35|Đạo đức 1-5 372.83`
    .split('|')
    .map((text): Course => {
      const [, name = '', first, last, ddc = ''] = /^(.+) (\d+)-(\d+) (\S+)$/.exec(text.trim()) ?? []
      return { name, first: Number(first), last: Number(last), ddc }
    })
const examCourses = courses.filter((course) => course.last === 12)
const families = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Phan', 'Vũ', 'Hồ', 'Đặng', 'Ngô', 'Bùi']

const fillers: Record<string, (dice: Dice, scene: Scene) => string> = {
  place: (_, scene) => scene.place.name,
  area: (_, scene) => scene.place.area,
  commune: (dice, scene) => (scene.commune = pick(dice, communes)),
  person: (dice) => personName(dice),
  family: (dice) => pick(dice, families),
  foreign: (_, scene) => scene.foreign.ddc,
  year: (_, { year }) => String(year),
  plan: (_, { year }) => `${year - (year % 5) + 1} - ${year - (year % 5) + 5}`,
  span: (dice, { year }) => {
    const start = Math.min(pick(dice, spanStarts), year - 5)
    return `(${start} - ${between(dice, start + 4, Math.max(start + 4, year - 1))})`
  },
  // Libraries here class Vietnamese literature of the 20th century under 34, later literature under 4.
  era: (_, { year }) => (year < 2000 ? '34' : '4'),
  count: (dice) =>
    String(
      pick(
        dice,
        [20, 30, 36, 40, 50, 55, 60, 68, 80, 99, 100, 101, 108, 120, 150, 180, 200, 250, 300, 365, 500],
      ),
    ),
  small: (dice) => String(between(dice, 1, 9)),
  thousand: (dice) => `${between(dice, 2, 90)}.000`,
  page: (dice) => {
    const first = between(dice, 120, 460)
    return `${first}-${first + between(dice, 1, 12)}`
  },
  seriesOrNone: (dice, { year }) =>
    year >= 2020 ? pick(dice, lexicon['series'] ?? []) : `Tái bản lần thứ ${between(dice, 1, 9)}`,
  lesson: (dice, scene) => {
    const course = pick(dice, courses)
    scene.topic ??= course.ddc
    return `${course.name} ${between(dice, course.first, course.last)}`
  },
  course: (dice, scene) => {
    const course = pick(dice, examCourses)
    scene.topic ??= course.ddc
    return course.name
  },
  lowCustom: (dice) => pick(dice, lexicon['custom'] ?? []).toLowerCase(),
}

const entriesBySlot = new Map(
  Object.entries({ ...lexicon, ...foreignLexicon }).map(([slot, words]) => [slot, words.map(entryOf)]),
)

function entryOf(text: string): { word: string; ddc: string } {
  const [word = '', ddc = ''] = text.split('=')
  return { word, ddc }
}

const partsByPattern = new Map<string, readonly string[]>()

/** The pattern with its slots filled; a slot met again in the same pattern gets another word where there is one. */
export function fillPattern(dice: Dice, pattern: string, scene: Scene): string {
  const parts = partsOf(pattern)
  let text = ''
  let last = ''
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at] ?? ''
    if (at % 2 === 0) text += part
    else {
      let word = fillSlot(dice, part, scene)
      if (word === last) word = fillSlot(dice, part, scene)
      text += lowerInside(text, part, word)
      last = word
    }
  }
  return text
}

function fillSlot(dice: Dice, slot: string, scene: Scene): string {
  const filler = fillers[slot]
  if (filler) return filler(dice, scene)
  const { word, ddc } = pick(dice, entriesBySlot.get(slot) ?? missing(slot))
  if (ddc) scene.topic ??= ddc
  return word
}

/** Words that are no names lose their capital inside a title. */
function lowerInside(before: string, slot: string, word: string): string {
  const isCommon = slot === 'image' || slot === 'custom' || slot === 'poem' || slot === 'document'
  return isCommon && before !== '' && !before.endsWith(': ')
    ? word.charAt(0).toLowerCase() + word.slice(1)
    : word
}

function partsOf(pattern: string): readonly string[] {
  const known = partsByPattern.get(pattern)
  if (known) return known
  const parts = pattern.split(/\{(\w+)\}/)
  partsByPattern.set(pattern, parts)
  return parts
}

function missing(slot: string): never {
  throw new RangeError(`no words for ${slot}`)
}
