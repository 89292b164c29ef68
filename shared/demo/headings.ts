import { list } from './dice.ts'

/** What names say of their part in the work, which a heading leaves out. */
const roles =
  /^(?:dịch|biên soạn|sưu tầm|tuyển chọn|giới thiệu)$|\s+(?:dịch và giới thiệu|dịch|biên soạn|sưu tầm|tuyển chọn|\(ch\.b\.\))$/u
const office = /^(?:Sở|Ủy ban|Cục|Ban Chấp hành) /u

/** The persons and the bodies of a statement of responsibility, as headings. */
export function makersOf(responsibility: string): { authors: string; organisations: string } {
  const authors = new Set<string>()
  const organisations = new Set<string>()
  for (const part of responsibility.split(' ; ')) {
    if (office.test(part)) organisations.add(part)
    else {
      const names = part.split(', ').map((name) => name.replace(roles, '').trim())
      names.filter((name) => name !== '').forEach((name) => authors.add(name))
    }
  }
  return { authors: [...authors].join('; '), organisations: [...organisations].join('; ') }
}

/** Subject headings by the beginning of a class number, in own wording; the longest beginning holds. */
const subjectByClass = new Map(
  list(
    `0 Tác phẩm tổng quát|004 Tin học|005 Phần mềm máy tính|006 Đồ họa máy tính|020 Thư viện|059 Báo và tạp chí|
    1 Triết học|150 Tâm lí học|153 Trí tuệ|158 Kĩ năng sống|170 Đạo đức học|181 Triết học phương Đông|
    2 Tôn giáo|230 Kitô giáo|294.3 Phật giáo|299 Tín ngưỡng dân gian|
    3 Khoa học xã hội|302 Giao tiếp xã hội|305 Dân tộc học|306 Văn hóa|315 Số liệu thống kê|320 Chính trị|
    324 Đảng Cộng sản Việt Nam -- Lịch sử|330 Kinh tế|335 Tư tưởng Hồ Chí Minh|338 Phát triển kinh tế|340 Pháp luật|
    342 Luật hiến pháp và hành chính|343 Luật tài chính và thương mại|344 Luật lao động và xã hội|345 Luật hình sự|
    346 Luật dân sự|347 Tố tụng dân sự|363 Môi trường|370 Giáo dục|372 Giáo dục tiểu học|390 Phong tục tập quán|
    394 Lễ hội|398 Văn học dân gian|4 Ngôn ngữ|423 Tiếng Anh -- Từ điển|428 Tiếng Anh|495.9 Tiếng Việt|
    5 Khoa học tự nhiên|510 Toán học|530 Vật lí học|540 Hóa học|550 Địa chất học|570 Sinh học|580 Thực vật học|
    6 Công nghệ|610 Y học|613 Chăm sóc sức khỏe|615 Thuốc và dược liệu|616 Bệnh học|618 Nhi khoa|620 Kĩ thuật|
    621 Kĩ thuật điện|624 Xây dựng|630 Nông nghiệp|633 Cây trồng|634 Cây ăn quả|635 Trồng rau|636 Chăn nuôi|
    638 Nuôi ong|639 Nuôi trồng thủy sản|641 Nấu ăn|646 Cắt may|649 Nuôi dạy trẻ|650 Quản lí|657 Kế toán|
    658 Quản trị kinh doanh|690 Xây dựng nhà|7 Nghệ thuật|709 Mĩ thuật|726 Kiến trúc tôn giáo|781 Âm nhạc dân tộc|
    792 Sân khấu|794 Cờ|796 Thể thao|8 Văn học|807 Văn học -- Giảng dạy|808 Văn học thiếu nhi|813 Văn học Mỹ|
    823 Văn học Anh|843 Văn học Pháp|891.7 Văn học Nga|895.1 Văn học Trung Quốc|895.6 Văn học Nhật Bản|
    895.7 Văn học Hàn Quốc|895.9 Văn học Việt Nam|895.9221 Văn học hiện đại -- Thơ|
    895.9223 Văn học hiện đại -- Truyện|895.9228 Văn học hiện đại -- Kí|9 Lịch sử và địa lí|909 Lịch sử thế giới|
    910 Địa lí học|912 Bản đồ|915 Địa chí|929 Gia phả|930 Khảo cổ học|947 Lịch sử Nga|951 Lịch sử Trung Quốc|
    959.7 Lịch sử Việt Nam`,
  ).map((entry): [string, string] => {
    const gap = entry.indexOf(' ')
    return [entry.slice(0, gap), entry.slice(gap + 1)]
  }),
)

export function subjectOfClass(ddc: string): string {
  for (let length = ddc.length; length > 0; length--) {
    const subject = subjectByClass.get(ddc.slice(0, length))
    if (subject) return subject
  }
  return ''
}
