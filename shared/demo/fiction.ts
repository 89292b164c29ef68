import { list } from './dice.ts'
import type { Subject } from './subject.ts'

export const literature: readonly Subject[] = [
  {
    weight: 150,
    by: 'writer',
    publishers: 'literature',
    classes: ['895.9223{era}'],
    titles: list(
      `{image} {tail}|{image} {tail}|{image} và {lowImage}|Người {role} {tail}|Chuyện {lowImage} {tail}|
      {image} {commune}|Phía sau {lowImage} {tail}|Người {role} và {lowImage}|{image}, {lowImage} và tôi|
      Ký ức {commune} {tail}|Đi qua {lowImage} {tail}`,
    ),
    subtitles: list(
      `Tiểu thuyết|Tiểu thuyết|Tập truyện ngắn|Truyện ngắn|Truyện dài|Tiểu thuyết lịch sử|Tuyển truyện ngắn`,
    ),
    volumes: 7,
  },
  {
    weight: 62,
    by: 'writer',
    publishers: 'literature',
    classes: ['895.9221{era}'],
    titles: list(
      `{poem} {tail}|{image} {tail}|{poem} {commune}|{poem} và {lowImage}|Thơ {person}|
      Gửi {lowImage} {tail}|{image} và {poem}`,
    ),
    subtitles: list('Thơ|Thơ|Tập thơ|Thơ và trường ca|Trường ca'),
  },
  {
    weight: 28,
    by: 'writer',
    publishers: 'literature',
    classes: list('895.9228{era}08|895.9224{era}'),
    titles: list(
      `{image} {tail}|Nhớ {commune}|Dọc đường {place}|Người {role} ở {commune}|Hồi ức {lowImage} {tail}|
      Những ngày ở {commune}`,
    ),
    subtitles: list('Tản văn|Bút ký|Hồi ký|Ghi chép|Tạp văn|Ký sự'),
  },
  {
    weight: 80,
    by: 'translator',
    publishers: 'literature',
    classes: ['{foreign}'],
    titles: list(
      `{image} {tail}|{image} và {lowImage}|Người {role} {tail}|Bí mật của {lowImage} {tail}|
      Kẻ đánh cắp {lowImage} {tail}|Khi {lowImage} trở lại {tail}|{image} thứ bảy {tail}`,
    ),
    subtitles: list('Tiểu thuyết|Tiểu thuyết|Truyện trinh thám|Truyện ngắn chọn lọc|Tiểu thuyết tình cảm'),
    volumes: 12,
  },
]

export const children: readonly Subject[] = [
  {
    weight: 95,
    by: 'writer',
    publishers: 'children',
    classes: list('895.9223{era}|895.9223'),
    titles: list(
      `{beast} {deed}|{beast} và {beast}|{beast} {deed} cùng {beast}|Nhật ký của {beast} và {beast}|
      {beast} ở làng {commune}|Cuộc phiêu lưu của {beast} và {beast}`,
    ),
    subtitles: list(
      `Truyện tranh|Truyện tranh|Truyện thiếu nhi|Dành cho trẻ từ 3 - 6 tuổi|Tranh truyện song ngữ|
      Truyện đồng thoại`,
    ),
    volumes: 14,
  },
  {
    weight: 42,
    by: 'compiler',
    publishers: 'children',
    classes: ['031.02'],
    titles: list(
      `Bách khoa thư về {wonder} và {wonder}|Mười vạn câu hỏi vì sao: {wonder}|Khám phá thế giới {wonder}|
      Em tìm hiểu về {wonder}|Những điều kỳ thú về {wonder} và {wonder}|Hỏi đáp về {wonder}|
      {count} câu hỏi về {wonder}`,
    ),
    subtitles: list(`Dành cho thiếu nhi|Sách tranh khoa học|Tủ sách Tri thức trẻ|Dành cho học sinh tiểu học`),
    volumes: 10,
  },
  {
    weight: 24,
    by: 'compiler',
    publishers: 'children',
    classes: list('398.209597|398.209597{area}'),
    titles: list(
      `Truyện cổ tích {place}|Truyện kể về {figure}|Sự tích {commune}|Truyện cổ dân tộc {ethnic}|
      {figure}: truyện tranh lịch sử|Kho tàng truyện cổ {place}|Ca dao, đồng dao {place}|
      Truyền thuyết {commune}`,
    ),
    volumes: 10,
  },
]
