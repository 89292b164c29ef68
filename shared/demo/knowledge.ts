import { list } from './dice.ts'
import type { Subject } from './subject.ts'

export const society: readonly Subject[] = [
  {
    weight: 44,
    by: 'editors',
    publishers: 'culture',
    classes: list('959.7|959.704|959.703|959.7029|959.7041'),
    titles: list(
      `Lịch sử Việt Nam {span}|{figure} và thời đại|{figure} trong lịch sử dân tộc|
      Khởi nghĩa ở {commune} {span}|{place} trong kháng chiến {span}|Chiến thắng {commune}|
      Di tích lịch sử {commune}, {place}|Hồi ức về {commune} {span}|{figure}: thân thế và sự nghiệp|
      Hỏi đáp lịch sử: {figure} và {figure}|Căn cứ {commune} {span}`,
    ),
    volumes: 14,
  },
  {
    weight: 48,
    by: 'compiler',
    publishers: 'politics',
    classes: list('343.597|344.597|346.597|345.597|342.597'),
    titles: list(
      `Luật {law} năm {year}|Hỏi đáp pháp luật về {law}|Tìm hiểu Luật {law}|
      {count} câu hỏi đáp về Luật {law}|Luật {law} và văn bản hướng dẫn thi hành|
      Luật {law} và Luật {law} hiện hành|Chỉ dẫn áp dụng Luật {law} năm {year}|
      Hệ thống các văn bản quy phạm pháp luật hiện hành về {law}, {law} và những quy định mới nhất dành cho cán bộ cấp xã năm {year}`,
    ),
    subtitles: list('Sách dành cho cán bộ cơ sở|Tái bản có sửa đổi, bổ sung|Song ngữ Việt - Anh'),
  },
  {
    weight: 30,
    by: 'editors',
    publishers: 'politics',
    classes: list('335.4346|324.2597075|320.9597|338.9597'),
    titles: list(
      `Tư tưởng Hồ Chí Minh về {issue}|{issue} ở Việt Nam hiện nay|
      Vai trò của cấp ủy trong {issue} và {issue}|Một số vấn đề về {issue} ở {place}|
      Học tập và làm theo Bác trong {issue}|Kinh nghiệm {issue} tại {commune}`,
    ),
    subtitles: list('Sách tham khảo|Sách chuyên khảo|Lý luận và thực tiễn'),
  },
  {
    weight: 38,
    by: 'compiler',
    publishers: 'culture',
    classes: list('390.09597|398.809597|305.8959|394.109597'),
    titles: list(
      `{custom} của người {ethnic}|{custom} của người {ethnic} ở {place}|
      {custom} của người {ethnic} ở {commune}|{custom} ở {commune}, {place}|
      {custom} và {lowCustom} của người {ethnic}|Văn hóa người {ethnic} ở {place}`,
    ),
    subtitles: list('Nghiên cứu, sưu tầm|Song ngữ|Khảo tả'),
    volumes: 8,
  },
  {
    weight: 26,
    by: 'people',
    publishers: 'science',
    classes: list('330|658|301|150|020|657|658.8|306'),
    titles: list(
      `Giáo trình {discipline}|Nhập môn {discipline}|Bài tập {discipline}|{discipline} đại cương|
      Cơ sở {discipline} và {discipline}|Phương pháp nghiên cứu trong {discipline}`,
    ),
    subtitles: list(`Dùng cho sinh viên đại học, cao đẳng|Giáo trình|Lý thuyết và bài tập|Sách chuyên khảo`),
    volumes: 12,
  },
  {
    weight: 30,
    by: 'translator',
    publishers: 'general',
    classes: list('158.1|650.1|153.6|155.2|158.2'),
    titles: list(
      `Nghệ thuật {virtue}|Rèn luyện {virtue} và {virtue}|{count} cách {virtue}|
      Bí quyết {virtue} của {lowImage}|Sức mạnh của {virtue}|Dạy con {virtue}|Từ {virtue} đến {virtue}|
      {virtue} mỗi ngày: {count} bài học nhỏ`,
    ),
    subtitles: list('Sách kỹ năng sống|Cẩm nang cho người trẻ|Tủ sách Gia đình'),
    from: 1995,
  },
  {
    weight: 20,
    by: 'writer',
    publishers: 'general',
    classes: list('294.3|230|299.5922|181|294.34'),
    titles: list(
      `{buddhist} và đời sống|{buddhist} ở {place}|Tìm hiểu về {buddhist}|
      {buddhist} trong văn hóa Việt Nam|Những mẩu chuyện {buddhist} ở {commune}|
      {buddhist} và {buddhist}: {count} câu chuyện`,
    ),
    volumes: 10,
  },
]

export const schooling: readonly Subject[] = [
  {
    weight: 52,
    by: 'editors',
    publishers: 'school',
    classes: list('372.7|372.6|510.76|530.76|540.76|807.6|428.0076|910.76|004.076'),
    titles: list(
      `{lesson}|Bài tập {lesson}|Vở bài tập {lesson}|Bồi dưỡng học sinh giỏi {lesson}|
      {count} bài tập và đề kiểm tra {lesson}|Để học tốt {lesson}|Luyện thi {exam} môn {course}|
      Tuyển tập {count} đề thi {exam} môn {course}|Thiết kế bài giảng {lesson}|{lesson} nâng cao|
      Hướng dẫn giải {count} bài tập {lesson}`,
    ),
    subtitles: list(
      `{seriesOrNone}|Sách giáo viên|Biên soạn theo chương trình mới|Tái bản lần thứ {small}|
      Dành cho giáo viên và phụ huynh`,
    ),
    volumes: 24,
  },
  {
    weight: 22,
    by: 'people',
    publishers: 'general',
    classes: list('423|495.9223|443|495.17|491.73|495.6'),
    titles: list(
      `Từ điển {dictionary}|Từ điển {field} {dictionary}|Sổ tay từ ngữ {field} {dictionary}|
      {count} mẫu câu giao tiếp {field}|Từ điển {field} và {field} {dictionary}|
      Từ điển {dictionary} {count} từ`,
    ),
    subtitles: list('Khoảng {thousand} từ|Tái bản lần thứ {small}|Dành cho học sinh, sinh viên'),
  },
]
