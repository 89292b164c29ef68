import { list } from './dice.ts'

export type Place = { name: string; area: string }

/** Provinces by the names books carry, with digits for their area much as class numbers add them after 597. */
export const places: readonly Place[] = list(
  `Hà Nội 31|Hải Phòng 35|Hải Dương 34|Hưng Yên 33|Thái Bình 36|Hà Nam 37|Nam Định 38|Ninh Bình 39|Quảng Ninh 29|
  Bắc Ninh 27|Bắc Giang 25|Phú Thọ 21|Vĩnh Phúc 23|Lạng Sơn 11|Cao Bằng 12|Hà Giang 163|Tuyên Quang 153|Lào Cai 167|
  Yên Bái 157|Thái Nguyên 15|Bắc Kạn 13|Sơn La 18|Lai Châu 173|Điện Biên 177|Hòa Bình 19|Thanh Hóa 41|Nghệ An 42|
  Hà Tĩnh 43|Quảng Bình 45|Quảng Trị 47|Thừa Thiên Huế 49|Đà Nẵng 51|Quảng Nam 52|Quảng Ngãi 53|Bình Định 54|
  Phú Yên 55|Khánh Hòa 56|Ninh Thuận 58|Bình Thuận 59|Gia Lai 62|Kon Tum 61|Đắk Lắk 65|Lâm Đồng 69|Bình Dương 74|
  Đồng Nai 75|Bình Phước 73|Bà Rịa - Vũng Tàu 77|Thành phố Hồ Chí Minh 79|Tây Ninh 72|Long An 81|Tiền Giang 83|
  Bến Tre 85|Trà Vinh 86|Vĩnh Long 87|Đồng Tháp 89|An Giang 91|Cần Thơ 93|Hậu Giang 94|Kiên Giang 95|Cà Mau 96|
  Bạc Liêu 97|Sóc Trăng 99`,
).map((entry) => {
  const gap = entry.lastIndexOf(' ')
  return { name: entry.slice(0, gap), area: entry.slice(gap + 1) }
})

const communeFirst = list(
  'An|Bình|Tân|Vĩnh|Long|Phú|Hòa|Thanh|Xuân|Đông|Nam|Sơn|Minh|Đại|Hưng|Thạch|Yên|Mỹ|Đức|Nghĩa|Hồng|Liên|Trung|Hải|Phước|Cẩm|Kim|Thượng',
)
const communeSecond = list(
  'Bình|Phú|Hòa|An|Thành|Lộc|Sơn|Thịnh|Hưng|Long|Minh|Khê|Giang|Lâm|Phong|Tiến|Lập|Thọ|Đức|Hải|Thủy|Thắng|Xuân|Lạc',
)

/** Names as communes bear them in every part of the country, so that none is out of place beside a province. */
export const communes = communeFirst.flatMap((first) =>
  communeSecond.filter((second) => second !== first).map((second) => `${first} ${second}`),
)

export const publishersByGroup = {
  children: list('Kim Đồng|Kim Đồng|Kim Đồng|Trẻ|Phụ nữ Việt Nam|Mỹ thuật|Văn học|Dân trí|Hà Nội'),
  literature: list(
    'Hội Nhà văn|Hội Nhà văn|Văn học|Văn học|Trẻ|Phụ nữ Việt Nam|Thanh niên|Quân đội nhân dân|Hà Nội|Đà Nẵng|Hồng Đức|Văn hóa - Văn nghệ Tp. Hồ Chí Minh',
  ),
  politics: list(
    'Chính trị quốc gia Sự thật|Chính trị quốc gia Sự thật|Lý luận chính trị|Quân đội nhân dân|Công an nhân dân|Tư pháp|Lao động',
  ),
  school: list(
    'Giáo dục Việt Nam|Giáo dục Việt Nam|Giáo dục Việt Nam|Đại học Sư phạm|Đại học Sư phạm Tp. Hồ Chí Minh|Đại học Quốc gia Hà Nội',
  ),
  science: list(
    'Khoa học và Kỹ thuật|Khoa học Tự nhiên và Công nghệ|Bách khoa Hà Nội|Đại học Quốc gia Hà Nội|Đại học Quốc gia Tp. Hồ Chí Minh|Xây dựng|Thông tin và Truyền thông|Giao thông vận tải',
  ),
  farming: list(
    'Nông nghiệp|Nông nghiệp|Nông nghiệp|Khoa học và Kỹ thuật|Lao động|Thanh niên|Đại học Nông nghiệp',
  ),
  medicine: list('Y học|Y học|Y học|Phụ nữ Việt Nam|Khoa học và Kỹ thuật|Đại học Huế'),
  culture: list(
    'Khoa học xã hội|Khoa học xã hội|Văn hóa dân tộc|Văn hóa dân tộc|Hội Nhà văn|Thế giới|Sân khấu|Mỹ thuật|Thuận Hóa|Tri thức',
  ),
  general: list(
    'Lao động|Thanh niên|Hồng Đức|Dân trí|Thế giới|Trẻ|Tổng hợp Tp. Hồ Chí Minh|Phụ nữ Việt Nam|Công thương|Tài chính|Hà Nội|Thống kê',
  ),
  local: list(
    'Chính trị quốc gia Sự thật|Chính trị quốc gia Sự thật|Khoa học xã hội|Lao động|Hồng Đức|Văn hóa dân tộc|Quân đội nhân dân|Thế giới',
  ),
  world: list('Thế giới|Thế giới|Thế giới|Đại học Quốc gia Hà Nội|Tổng hợp Tp. Hồ Chí Minh'),
} as const
export type PublisherGroup = keyof typeof publishersByGroup
