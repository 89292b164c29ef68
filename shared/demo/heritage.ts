import { list } from './dice.ts'
import type { Subject } from './subject.ts'

export const local: readonly Subject[] = [
  {
    weight: 60,
    by: 'party',
    publishers: 'local',
    classes: ['324.2597075{area}'],
    titles: list(
      `Lịch sử Đảng bộ xã {commune} {span}|Lịch sử Đảng bộ và nhân dân xã {commune} {span}|
      Lịch sử Đảng bộ phường {commune} {span}|Lịch sử Đảng bộ {place} {span}|
      Biên niên sự kiện lịch sử Đảng bộ {commune} {span}|Những sự kiện lịch sử Đảng bộ {place} {span}`,
    ),
    volumes: 12,
  },
  {
    weight: 46,
    by: 'editors',
    publishers: 'local',
    classes: list('959.7{area}|915.97{area}|390.09597{area}'),
    titles: list(
      `Địa chí {commune}|Địa chí {place}|{place}: di tích và danh thắng|Làng cổ {commune} ở {place}|
      Danh nhân {place}|Văn hóa dân gian {commune}|{place} xưa và nay|Địa danh {place}|
      Lễ hội làng {commune}|Nghề truyền thống ở {commune}, {place}|Dòng họ và làng xã {commune}|
      Hương ước làng {commune}|Đình, chùa {commune}`,
    ),
    subtitles: list('Khảo cứu|Tài liệu địa chí|Sưu tầm và nghiên cứu|Kỷ yếu hội thảo'),
    volumes: 8,
  },
  {
    weight: 16,
    by: 'office',
    publishers: 'local',
    classes: list('338.9597{area}|306.09597{area}|363.7'),
    titles: list(
      `Kỷ yếu hội thảo khoa học: Nghiên cứu, đánh giá thực trạng và đề xuất các giải pháp {issue} gắn với {issue} trên địa bàn {place} giai đoạn {plan}|
      Báo cáo tổng hợp kết quả nghiên cứu đề tài khoa học và công nghệ cấp tỉnh: Cơ sở lý luận và thực tiễn của việc {issue} tại các xã, phường của {place}|
      Thực trạng và giải pháp {issue} ở {place}`,
    ),
  },
  {
    weight: 12,
    by: 'statistics',
    publishers: 'general',
    classes: ['315.97{area}'],
    titles: list(
      `Niên giám thống kê {place} năm {year}|Niên giám thống kê {commune} năm {year}|
      {place} - số liệu thống kê {span}`,
    ),
    subtitles: list('Statistical yearbook|Số liệu kinh tế - xã hội'),
  },
]

export const old: readonly Subject[] = [
  {
    weight: 10,
    by: 'none',
    publishers: 'culture',
    classes: list('959.7{area}|929.2|895.9221|390.09597{area}'),
    titles: list(
      `{document} làng {commune}|{document} đình {commune}, {place}|{document} họ {family} làng {commune}|
      {document} chùa {commune}`,
    ),
    subtitles: list('Sách chép tay|Nguyên bản chữ Hán|Nguyên văn chữ Nôm 𡨸喃|Bản sao chụp'),
    language: 'chi',
    handwritten: true,
  },
  {
    weight: 12,
    by: 'compiler',
    publishers: 'culture',
    classes: list('895.92208|895.9221|495.9227|959.7029'),
    titles: list(
      `Thơ văn chữ Hán {figure}|{document} {place}|{document} {commune}|Truyện Nôm {lowImage}|
      Tuyển tập {document} {place}|Di sản Hán Nôm {place}|{figure}: thơ chữ Nôm|
      Tổng tập {document} {commune}, {place}`,
    ),
    subtitles: list('Phiên âm, dịch nghĩa và chú giải|Dịch và giới thiệu|Khảo cứu'),
    volumes: 20,
  },
]
