import { CallNumberRule, type TitleFields } from '../catalogue/contract.ts'
import { callNumberFor } from '../catalogue/rules.ts'
import { between, chance, list, pick } from './dice.ts'
import type { Dice } from './dice.ts'
import { makersOf, subjectOfClass } from './headings.ts'
import type { Scene } from './patterns.ts'

const callNumberRule = CallNumberRule.parse({})
const sizes = [19, 21, 21, 21, 24, 24, 27]
const bookSeries = list(
  `Tủ sách Kiến thức phổ thông|Tủ sách Vàng|Tủ sách Nông thôn mới|Văn học tuổi trẻ|Tủ sách Bạn đọc nhỏ|
  Tủ sách Xã, phường|Danh nhân đất Việt|Tủ sách Nhà nông|Văn hóa các dân tộc Việt Nam|Tủ sách Pháp luật`,
)
const summaries = list(
  `Giới thiệu những nét chính về {topic}, kèm tư liệu và hình ảnh minh họa.|
  Trình bày kiến thức cơ bản về {topic} và cách vận dụng vào đời sống.|
  Tập hợp các bài viết, tư liệu về {topic} qua các thời kì.|Phân tích thực trạng và kinh nghiệm trong lĩnh vực {topic}.`,
)

/** What a cataloguer adds to what stands on the title page. */
export function catalogued(dice: Dice, fields: TitleFields, scene: Scene): TitleFields {
  const topic = subjectOfClass(fields.ddc)
  const isAboutPlace = fields.title.includes(scene.place.name)
  const isShelved = !['digital', 'link', 'article'].includes(fields.material)
  return {
    ...fields,
    ...makersOf(fields.responsibility),
    place: fields.place || placeOfPublisher(fields.publisher),
    extent: fields.extent || (isShelved ? `${between(dice, 48, 620)} tr. ; ${pick(dice, sizes)} cm` : ''),
    edition: chance(dice) < 0.08 ? `Tái bản lần thứ ${between(dice, 1, 9)}` : '',
    series: fields.material === 'book' && chance(dice) < 0.09 ? pick(dice, bookSeries) : '',
    subjects: [topic, isAboutPlace ? scene.place.name : ''].filter(Boolean).join('; '),
    keywords: chance(dice) < 0.35 ? topic.split(' -- ').join('; ') : '',
    summary: chance(dice) < 0.12 ? pick(dice, summaries).replace('{topic}', topic.toLowerCase()) : '',
    callNumber: isShelved ? callNumberFor(fields, callNumberRule) : '',
  }
}

function placeOfPublisher(publisher: string): string {
  if (publisher === '') return ''
  if (/Hồ Chí Minh|NXB Trẻ/.test(publisher)) return 'Thành phố Hồ Chí Minh'
  if (/Đà Nẵng/.test(publisher)) return 'Đà Nẵng'
  if (/Thuận Hóa|Huế/.test(publisher)) return 'Huế'
  return publisher.startsWith('NXB ') ? 'Hà Nội' : ''
}
