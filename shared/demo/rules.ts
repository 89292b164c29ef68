import type * as z from 'zod'
import { emptyTitleFields, type TitleFields } from '../catalogue/contract.ts'
import type { LibraryFields } from '../settings/contract.ts'
import { catalogued } from './cataloguing.ts'
import { between, chance, diceOf, pick } from './dice.ts'
import type { Dice } from './dice.ts'
import { foreignPublishers } from './foreign.ts'
import { isbnOf } from './isbn.ts'
import { responsibilityOf } from './makers.ts'
import { materialFor } from './materials.ts'
import { places, publishersByGroup } from './places.ts'
import { fillPattern } from './patterns.ts'
import type { Scene } from './patterns.ts'
import { foreignWriter } from './people.ts'
import type { Subject } from './subject.ts'
import { subjectFor } from './subject-choice.ts'
import { timingOf } from './timing.ts'

export type DemoTitle = TitleFields & { addedOn: string }

/** The library shown to people who want to look before they begin; its name says that nothing in it is real. */
export const demoLibrary: z.output<typeof LibraryFields> = {
  name: 'Thư viện tỉnh Lâm Đồng (dữ liệu mẫu)',
  code: 'TV-MAU-68',
  provinceCode: '68',
  formerProvinceCode: '68',
  site: 'Cơ sở 1, Đà Lạt',
  language: 'vi',
  lockAfterMinutes: 15,
  governingBody: 'Sở Văn hóa, Thể thao và Du lịch tỉnh Lâm Đồng',
  placeName: 'Lâm Đồng',
  reportSymbol: 'BC-TV',
  recipients: [
    'Cục Văn hóa cơ sở, Gia đình và Thư viện (để báo cáo);',
    'Sở Văn hóa, Thể thao và Du lịch tỉnh Lâm Đồng (để báo cáo);',
    'Lưu: VT, NV.',
  ].join('\n'),
  signerTitle: 'GIÁM ĐỐC',
  signerName: 'Trần Thị Minh Khuê',
}

/** Title number so-and-so of a seed: always the same one, and made without making any other. `today` is the last day a title may have come in. */
export function demoTitle(seed: number, number: number, today: string): DemoTitle {
  const dice = diceOf(seed, number)
  const { addedOn, year: printedYear } = timingOf(seed, number, today)
  const subject = subjectFor(dice, printedYear)
  const scene: Scene = {
    place: pick(dice, places),
    year: printedYear,
    foreign: foreignWriter(dice, subject.language),
  }
  const publishedYear = subject.handwritten || chance(dice) < 0.012 ? null : printedYear
  const isbn = publishedYear === null ? '' : isbnOf(seed, number, today)
  const title = titleOf(dice, subject, scene)
  const book = {
    title,
    subtitle: subtitleOf(dice, subject, scene),
    responsibility: responsibilityOf(dice, subject, scene),
    publisher: publisherOf(dice, subject, isbn),
    publishedYear,
    isbn,
    language: subject.language ?? 'vie',
    ddc: scene.topic ?? fillPattern(dice, pick(dice, subject.classes), scene),
    note: noteOf(dice, subject, scene),
  }
  const isHandwritten = subject.handwritten === true
  // Thrown apart, so that what was there before stays as it was.
  const apart = diceOf(seed + 2, number)
  const material = materialFor(apart, { scene, number, isHandwritten })
  return { ...catalogued(apart, { ...emptyTitleFields, ...book, ...material }, scene), addedOn }
}

function titleOf(dice: Dice, subject: Subject, scene: Scene): string {
  const filled = fillPattern(dice, pick(dice, subject.titles), scene)
  const title = filled.charAt(0).toUpperCase() + filled.slice(1)
  if (chance(dice) * 100 >= (subject.volumes ?? 0)) return title
  const volume =
    subject.publishers === 'school'
      ? between(dice, 1, 2)
      : Math.min(between(dice, 1, 6), between(dice, 1, 12))
  return volumeWord[subject.language ?? 'vie']?.(title, volume) ?? `${title}. Tập ${volume}`
}

const volumeWord: Record<string, (title: string, volume: number) => string> = {
  fre: (title, volume) => `${title}. Tome ${volume}`,
  rus: (title, volume) => `${title}. Том ${volume}`,
  chi: (title, volume) =>
    /\p{Script=Han}$/u.test(title) ? `${title} 第${volume}卷` : `${title}. Quyển ${volume}`,
}

function subtitleOf(dice: Dice, subject: Subject, scene: Scene): string {
  if (!subject.subtitles || chance(dice) < 0.38) return ''
  return fillPattern(dice, pick(dice, subject.subtitles), scene)
}

function publisherOf(dice: Dice, subject: Subject, isbn: string): string {
  if (subject.handwritten) return ''
  const abroad = foreignPublishers[subject.language ?? 'vie']
  if (abroad && !isbn) return pick(dice, abroad)
  return `NXB ${pick(dice, publishersByGroup[subject.publishers])}`
}

const notes = [
  'Sách do Nhà nước đặt hàng',
  'Sách biếu tặng',
  'Phụ lục cuối chính văn',
  'Thư mục cuối chính văn',
  'Thư mục: tr. {page}',
  'Đầu trang tên sách ghi: Ủy ban nhân dân {place}',
  'Sách có kèm đĩa CD',
  'Chính văn bằng hai thứ tiếng Việt - Anh',
  'Có hình minh họa và bản đồ',
  'Lưu hành nội bộ',
  'Tái bản lần thứ {small}, có sửa chữa và bổ sung',
  'Sách tài trợ của Chương trình mục tiêu quốc gia xây dựng nông thôn mới. Không bán',
]

function noteOf(dice: Dice, subject: Subject, scene: Scene): string {
  if (subject.handwritten) return 'Giấy dó, chép tay bằng bút lông; một số tờ bị rách mép'
  if (subject.by === 'translator' && chance(dice) < 0.4) return `Dịch từ nguyên bản ${scene.foreign.from}`
  return chance(dice) < 0.14 ? fillPattern(dice, pick(dice, notes), scene) : ''
}
