import { between, chance, list, pick } from './dice.ts'
import type { Dice } from './dice.ts'

/** Family names as often as they are met; each stands as many times as it weighs. */
const families = [
  ['Nguyễn', 38],
  ['Trần', 11],
  ['Lê', 10],
  ['Phạm', 7],
  ['Hoàng', 4],
  ['Huỳnh', 2],
  ['Phan', 4],
  ['Vũ', 3],
  ['Võ', 2],
  ['Đặng', 3],
  ['Bùi', 3],
  ['Đỗ', 3],
  ['Hồ', 2],
  ['Ngô', 2],
  ['Dương', 2],
  ['Lý', 1],
  ['Đinh', 1],
  ['Trịnh', 1],
  ['Mai', 1],
  ['Cao', 1],
  ['Tạ', 1],
  ['Lương', 1],
  ['Đoàn', 1],
  ['Hà', 1],
  ['Nông', 1],
  ['Lò', 1],
] as const
const familyNames = families.flatMap(([name, weight]) => Array.from({ length: weight }, () => name))

const menMiddle = list(
  'Văn|Văn|Văn|Đình|Hữu|Quang|Minh|Đức|Xuân|Ngọc|Công|Quốc|Thanh|Trọng|Bá|Duy|Tiến|Anh|Thế|Gia',
)
const menGiven = list(
  `An|Anh|Bách|Bảo|Bình|Chiến|Cường|Dũng|Duy|Dương|Đạt|Điệp|Đức|Giang|Hà|Hải|Hiếu|Hoàng|Hòa|Hùng|Huy|Hưng|Khải|Khánh|
  Khoa|Kiên|Lâm|Long|Lộc|Lợi|Mạnh|Minh|Nam|Nghĩa|Nhân|Phong|Phú|Phúc|Phương|Quang|Quân|Quý|Sơn|Tài|Tâm|Tân|Thái|Thành|
  Thắng|Thịnh|Thọ|Thuận|Thủy|Tiến|Toàn|Trí|Trung|Trường|Tú|Tuấn|Tùng|Tường|Việt|Vinh|Vũ|Vượng`,
)
const womenMiddle = list(
  'Thị|Thị|Thị|Thị Thu|Thị Minh|Thị Thanh|Thị Ngọc|Ngọc|Thu|Thanh|Minh|Kim|Bích|Mai|Phương|Hồng|Diệu|Thùy',
)
const womenGiven = list(
  `An|Anh|Ánh|Bích|Chi|Diệp|Dung|Duyên|Đào|Giang|Hà|Hạnh|Hằng|Hiền|Hoa|Hòa|Hồng|Huệ|Huyền|Hương|Khánh|Lan|Liên|Linh|
  Loan|Mai|My|Nga|Ngân|Ngọc|Nguyệt|Nhàn|Nhung|Oanh|Phương|Quyên|Quỳnh|Tâm|Thảo|Thơm|Thu|Thúy|Thủy|Trang|Trâm|Trinh|
  Tuyết|Uyên|Vân|Xuân|Yến`,
)
const penFirst = list(
  'Hoài|Thanh|Trúc|Hải|Vân|Lam|Thiên|Mộc|Bằng|Ngân|Sông|Huyền|Tường|Phong|Nhật|Khuê|Hàn|Tịnh',
)
const penSecond = list(
  'Hương|Giang|Vũ|Sơn|Thảo|Anh|Khê|Lâm|Hà|Trang|Việt|Linh|Nguyên|Phương|Thư|Miên|Hạ|Châu',
)

type Tongue = {
  classes: readonly string[]
  first: readonly string[]
  last: readonly string[]
  from: string
  language?: string
}
const tongues: readonly Tongue[] = [
  {
    from: 'tiếng Anh',
    language: 'eng',
    classes: ['823', '813', '823.92', '813.6'],
    first: list(
      'Thomas|Margaret|William|Helen|George|Emily|Arthur|Alice|Edward|Julia|Henry|Clara|Peter|Rachel|Simon|Nora',
    ),
    last: list(
      'Whitfield|Ashdown|Calloway|Hartwell|Merriman|Langford|Redding|Thornbury|Winslow|Barlow|Kingsley|Dunmore',
    ),
  },
  {
    from: 'tiếng Pháp',
    language: 'fre',
    classes: ['843', '843.914', '843.92'],
    first: list('Jean|Marie|Pierre|Claire|Antoine|Hélène|Michel|Louise|Étienne|Camille'),
    last: list('Delorme|Vasseur|Beaumont|Lacombe|Rivière|Marchand|Fontenay|Chastel|Morvan|Dupuis'),
  },
  {
    from: 'tiếng Nga',
    classes: ['891.73', '891.734', '891.7344'],
    first: list('Aleksandr|Anna|Ivan|Nikolai|Vera|Sergei|Olga|Mikhail|Irina|Pavel'),
    last: list('Sorokin|Vetrova|Lebedev|Karelin|Zimina|Ozerov|Polyakov|Gromova|Belov|Rudakova'),
  },
  {
    from: 'tiếng Trung',
    classes: ['895.13', '895.136', '895.1352'],
    first: list('Lâm|Trương|Vương|Lưu|Chu|Triệu|Từ|Tống|Hứa|Tiết'),
    last: list('Tử Mặc|Vân Thư|Hiểu Minh|Nhược Lan|Thanh Hà|Gia Ngôn|Văn Bác|Tư Viễn|Cẩm Tú|Thư Dao'),
  },
  {
    from: 'tiếng Nhật',
    classes: ['895.63', '895.636', '895.635'],
    first: list('Hayashi|Morita|Kobayashi|Fujino|Sakamoto|Ishikawa|Okada|Takeda'),
    last: list('Haruka|Kenji|Natsuko|Shinji|Ayumi|Daisuke|Mizuki|Takeshi'),
  },
  {
    from: 'tiếng Hàn',
    classes: ['895.73', '895.735'],
    first: list('Kim|Lee|Park|Choi|Jung|Yoon'),
    last: list('Ji Won|Soo Min|Hye Jin|Min Jae|Eun Seo|Tae Yang|Ha Rin'),
  },
]

export function personName(dice: Dice): string {
  const family = pick(dice, familyNames)
  if (chance(dice) < 0.58) return `${family} ${pick(dice, menMiddle)} ${pick(dice, menGiven)}`
  return `${family} ${pick(dice, womenMiddle)} ${pick(dice, womenGiven)}`
}

/** How a writer signs: mostly the full name, sometimes a pen name. */
export function writerName(dice: Dice): string {
  return chance(dice) < 0.78 ? personName(dice) : `${pick(dice, penFirst)} ${pick(dice, penSecond)}`
}

/** Of the tongue a foreign book is in, where it is one of ours here; else of any. */
export function foreignWriter(dice: Dice, language?: string): { name: string; ddc: string; from: string } {
  const own = tongues.filter((tongue) => tongue.language === language)
  const tongue = pick(dice, own.length > 0 ? own : tongues)
  return {
    name: `${pick(dice, tongue.first)} ${pick(dice, tongue.last)}`,
    ddc: pick(dice, tongue.classes),
    from: tongue.from,
  }
}

/** One to four names, fewer being likelier. */
export function people(dice: Dice): string[] {
  const roll = chance(dice)
  const count = roll < 0.5 ? 1 : roll < 0.8 ? 2 : between(dice, 3, 4)
  return Array.from({ length: count }, () => personName(dice))
}
