import type { PublisherGroup } from './places.ts'

/** Who stands in the statement of responsibility. */
export type Makers = 'writer' | 'people' | 'editors' | 'compiler' | 'translator' | 'party' | 'office' | 'statistics' | 'none'

/**
 * A kind of book. In its patterns `{word}` is filled from the lexicon, and `{place}`, `{commune}`, `{area}`, `{year}`,
 * `{span}`, `{era}`, `{person}` from the title being made; the classes hold where no word of the title has its own.
 */
export type Subject = {
  weight: number
  by: Makers
  publishers: PublisherGroup
  classes: readonly string[]
  titles: readonly string[]
  subtitles?: readonly string[]
  language?: string
  /** Nothing of this kind was printed earlier. */
  from?: number
  /** Of a hundred, how many are one volume of several. */
  volumes?: number
  handwritten?: true
}

const literature: readonly Subject[] = [
  {
    weight: 150,
    by: 'writer',
    publishers: 'literature',
    classes: ['895.9223{era}'],
    titles: [
      '{image} {tail}', '{image} {tail}', '{image} và {lowImage}', 'Người {role} {tail}', 'Chuyện {lowImage} {tail}',
      '{image} {commune}', 'Phía sau {lowImage} {tail}', 'Người {role} và {lowImage}', '{image}, {lowImage} và tôi',
      'Ký ức {commune} {tail}', 'Đi qua {lowImage} {tail}',
    ],
    subtitles: ['Tiểu thuyết', 'Tiểu thuyết', 'Tập truyện ngắn', 'Truyện ngắn', 'Truyện dài', 'Tiểu thuyết lịch sử', 'Tuyển truyện ngắn'],
    volumes: 7,
  },
  {
    weight: 62,
    by: 'writer',
    publishers: 'literature',
    classes: ['895.9221{era}'],
    titles: ['{poem} {tail}', '{image} {tail}', '{poem} {commune}', '{poem} và {lowImage}', 'Thơ {person}', 'Gửi {lowImage} {tail}', '{image} và {poem}'],
    subtitles: ['Thơ', 'Thơ', 'Tập thơ', 'Thơ và trường ca', 'Trường ca'],
  },
  {
    weight: 28,
    by: 'writer',
    publishers: 'literature',
    classes: ['895.9228{era}08', '895.9224{era}'],
    titles: ['{image} {tail}', 'Nhớ {commune}', 'Dọc đường {place}', 'Người {role} ở {commune}', 'Hồi ức {lowImage} {tail}', 'Những ngày ở {commune}'],
    subtitles: ['Tản văn', 'Bút ký', 'Hồi ký', 'Ghi chép', 'Tạp văn', 'Ký sự'],
  },
  {
    weight: 80,
    by: 'translator',
    publishers: 'literature',
    classes: ['{foreign}'],
    titles: ['{image} {tail}', '{image} và {lowImage}', 'Người {role} {tail}', 'Bí mật của {lowImage}', 'Kẻ đánh cắp {lowImage}', 'Khi {lowImage} trở lại', '{image} thứ bảy {tail}'],
    subtitles: ['Tiểu thuyết', 'Tiểu thuyết', 'Truyện trinh thám', 'Truyện ngắn chọn lọc', 'Tiểu thuyết tình cảm'],
    volumes: 12,
  },
]

const children: readonly Subject[] = [
  {
    weight: 95,
    by: 'writer',
    publishers: 'children',
    classes: ['895.9223{era}', '895.9223'],
    titles: ['{beast} {deed}', '{beast} và {beast}', '{beast} {deed} cùng {beast}', 'Nhật ký của {beast} và {beast}', '{beast} ở làng {commune}', 'Cuộc phiêu lưu của {beast} và {beast}'],
    subtitles: ['Truyện tranh', 'Truyện tranh', 'Truyện thiếu nhi', 'Dành cho trẻ từ 3 - 6 tuổi', 'Tranh truyện song ngữ', 'Truyện đồng thoại'],
    volumes: 14,
  },
  {
    weight: 42,
    by: 'compiler',
    publishers: 'children',
    classes: ['031.02'],
    titles: ['Bách khoa thư về {wonder} và {wonder}', 'Mười vạn câu hỏi vì sao: {wonder}', 'Khám phá thế giới {wonder}', 'Em tìm hiểu về {wonder}', 'Những điều kỳ thú về {wonder} và {wonder}', 'Hỏi đáp về {wonder}', '{count} câu hỏi về {wonder}'],
    subtitles: ['Dành cho thiếu nhi', 'Sách tranh khoa học', 'Tủ sách Tri thức trẻ', 'Dành cho học sinh tiểu học'],
    volumes: 10,
  },
  {
    weight: 24,
    by: 'compiler',
    publishers: 'children',
    classes: ['398.209597', '398.209597{area}'],
    titles: ['Truyện cổ tích {place}', 'Truyện kể về {figure}', 'Sự tích {commune}', 'Truyện cổ dân tộc {ethnic}', '{figure}: truyện tranh lịch sử', 'Kho tàng truyện cổ {place}', 'Ca dao, đồng dao {place}', 'Truyền thuyết {commune}'],
    volumes: 10,
  },
]

const local: readonly Subject[] = [
  {
    weight: 60,
    by: 'party',
    publishers: 'local',
    classes: ['324.2597075{area}'],
    titles: ['Lịch sử Đảng bộ xã {commune} {span}', 'Lịch sử Đảng bộ và nhân dân xã {commune} {span}', 'Lịch sử Đảng bộ phường {commune} {span}', 'Lịch sử Đảng bộ {place} {span}', 'Biên niên sự kiện lịch sử Đảng bộ {commune} {span}', 'Những sự kiện lịch sử Đảng bộ {place} {span}'],
    volumes: 12,
  },
  {
    weight: 46,
    by: 'editors',
    publishers: 'local',
    classes: ['959.7{area}', '915.97{area}', '390.09597{area}'],
    titles: ['Địa chí {commune}', 'Địa chí {place}', '{place}: di tích và danh thắng', 'Làng cổ {commune} ở {place}', 'Danh nhân {place}', 'Văn hóa dân gian {commune}', '{place} xưa và nay', 'Địa danh {place}', 'Lễ hội làng {commune}', 'Nghề truyền thống ở {commune}, {place}', 'Dòng họ và làng xã {commune}', 'Hương ước làng {commune}', 'Đình, chùa {commune}'],
    subtitles: ['Khảo cứu', 'Tài liệu địa chí', 'Sưu tầm và nghiên cứu', 'Kỷ yếu hội thảo'],
    volumes: 8,
  },
  {
    weight: 16,
    by: 'office',
    publishers: 'local',
    classes: ['338.9597{area}', '306.09597{area}', '363.7'],
    titles: [
      'Kỷ yếu hội thảo khoa học: Nghiên cứu, đánh giá thực trạng và đề xuất các giải pháp {issue} gắn với {issue} trên địa bàn {place} giai đoạn {plan}',
      'Báo cáo tổng hợp kết quả nghiên cứu đề tài khoa học và công nghệ cấp tỉnh: Cơ sở lý luận và thực tiễn của việc {issue} tại các xã, phường của {place}',
      'Thực trạng và giải pháp {issue} ở {place}',
    ],
  },
  {
    weight: 12,
    by: 'statistics',
    publishers: 'general',
    classes: ['315.97{area}'],
    titles: ['Niên giám thống kê {place} năm {year}', 'Niên giám thống kê {commune} năm {year}', '{place} - số liệu thống kê {span}'],
    subtitles: ['Statistical yearbook', 'Số liệu kinh tế - xã hội'],
  },
]

const society: readonly Subject[] = [
  {
    weight: 44,
    by: 'editors',
    publishers: 'culture',
    classes: ['959.7', '959.704', '959.703', '959.7029', '959.7041'],
    titles: ['Lịch sử Việt Nam {span}', '{figure} và thời đại', '{figure} trong lịch sử dân tộc', 'Khởi nghĩa ở {commune} {span}', '{place} trong kháng chiến {span}', 'Chiến thắng {commune}', 'Di tích lịch sử {commune}, {place}', 'Hồi ức về {commune} {span}', '{figure}: thân thế và sự nghiệp', 'Hỏi đáp lịch sử: {figure} và {figure}', 'Căn cứ {commune} {span}'],
    volumes: 14,
  },
  {
    weight: 48,
    by: 'compiler',
    publishers: 'politics',
    classes: ['343.597', '344.597', '346.597', '345.597', '342.597'],
    titles: ['Luật {law} năm {year}', 'Hỏi đáp pháp luật về {law}', 'Tìm hiểu Luật {law}', '{count} câu hỏi đáp về Luật {law}', 'Luật {law} và văn bản hướng dẫn thi hành', 'Luật {law} và Luật {law} hiện hành', 'Chỉ dẫn áp dụng Luật {law} năm {year}', 'Hệ thống các văn bản quy phạm pháp luật hiện hành về {law}, {law} và những quy định mới nhất dành cho cán bộ cấp xã năm {year}'],
    subtitles: ['Sách dành cho cán bộ cơ sở', 'Tái bản có sửa đổi, bổ sung', 'Song ngữ Việt - Anh'],
  },
  {
    weight: 30,
    by: 'editors',
    publishers: 'politics',
    classes: ['335.4346', '324.2597075', '320.9597', '338.9597'],
    titles: ['Tư tưởng Hồ Chí Minh về {issue}', '{issue} ở Việt Nam hiện nay', 'Vai trò của cấp ủy trong {issue} và {issue}', 'Một số vấn đề về {issue} ở {place}', 'Học tập và làm theo Bác trong {issue}', 'Kinh nghiệm {issue} tại {commune}'],
    subtitles: ['Sách tham khảo', 'Sách chuyên khảo', 'Lý luận và thực tiễn'],
  },
  {
    weight: 38,
    by: 'compiler',
    publishers: 'culture',
    classes: ['390.09597', '398.809597', '305.8959', '394.109597'],
    titles: ['{custom} của người {ethnic}', '{custom} của người {ethnic} ở {place}', '{custom} của người {ethnic} ở {commune}', '{custom} ở {commune}, {place}', '{custom} và {lowCustom} của người {ethnic}', 'Văn hóa người {ethnic} ở {place}'],
    subtitles: ['Nghiên cứu, sưu tầm', 'Song ngữ', 'Khảo tả'],
    volumes: 8,
  },
  {
    weight: 26,
    by: 'people',
    publishers: 'science',
    classes: ['330', '658', '301', '150', '020', '657', '658.8', '306'],
    titles: ['Giáo trình {discipline}', 'Nhập môn {discipline}', 'Bài tập {discipline}', '{discipline} đại cương', 'Cơ sở {discipline} và {discipline}', 'Phương pháp nghiên cứu trong {discipline}'],
    subtitles: ['Dùng cho sinh viên đại học, cao đẳng', 'Giáo trình', 'Lý thuyết và bài tập', 'Sách chuyên khảo'],
    volumes: 12,
  },
  {
    weight: 30,
    by: 'translator',
    publishers: 'general',
    classes: ['158.1', '650.1', '153.6', '155.2', '158.2'],
    titles: ['Nghệ thuật {virtue}', 'Rèn luyện {virtue} và {virtue}', '{count} cách {virtue}', 'Bí quyết {virtue} của {lowImage}', 'Sức mạnh của {virtue}', 'Dạy con {virtue}', 'Từ {virtue} đến {virtue}', '{virtue} mỗi ngày: {count} bài học nhỏ'],
    subtitles: ['Sách kỹ năng sống', 'Cẩm nang cho người trẻ', 'Tủ sách Gia đình'],
    from: 1995,
  },
  {
    weight: 20,
    by: 'writer',
    publishers: 'general',
    classes: ['294.3', '230', '299.5922', '181', '294.34'],
    titles: ['{buddhist} và đời sống', '{buddhist} ở {place}', 'Tìm hiểu về {buddhist}', '{buddhist} trong văn hóa Việt Nam', 'Những mẩu chuyện {buddhist} ở {commune}', '{buddhist} và {buddhist}: {count} câu chuyện'],
    volumes: 10,
  },
]

const schooling: readonly Subject[] = [
  {
    weight: 52,
    by: 'editors',
    publishers: 'school',
    classes: ['372.7', '372.6', '510.76', '530.76', '540.76', '807.6', '428.0076', '910.76', '004.076'],
    titles: ['{lesson}', 'Bài tập {lesson}', 'Vở bài tập {lesson}', 'Bồi dưỡng học sinh giỏi {lesson}', '{count} bài tập và đề kiểm tra {lesson}', 'Để học tốt {lesson}', 'Luyện thi {exam} môn {course}', 'Tuyển tập {count} đề thi {exam} môn {course}', 'Thiết kế bài giảng {lesson}', '{lesson} nâng cao', 'Hướng dẫn giải {count} bài tập {lesson}'],
    subtitles: ['{seriesOrNone}', 'Sách giáo viên', 'Biên soạn theo chương trình mới', 'Tái bản lần thứ {small}', 'Dành cho giáo viên và phụ huynh'],
    volumes: 24,
  },
  {
    weight: 22,
    by: 'people',
    publishers: 'general',
    classes: ['423', '495.9223', '443', '495.17', '491.73', '495.6'],
    titles: ['Từ điển {dictionary}', 'Từ điển {field} {dictionary}', 'Sổ tay từ ngữ {field} {dictionary}', '{count} mẫu câu giao tiếp {field}', 'Từ điển {field} và {field} {dictionary}', 'Từ điển {dictionary} {count} từ'],
    subtitles: ['Khoảng {thousand} từ', 'Tái bản lần thứ {small}', 'Dành cho học sinh, sinh viên'],
  },
]

const practice: readonly Subject[] = [
  {
    weight: 58,
    by: 'people',
    publishers: 'farming',
    classes: ['630'],
    titles: ['Kỹ thuật nuôi {animal}', 'Kỹ thuật trồng {crop}', 'Kỹ thuật nuôi {animal} và {animal}', 'Phòng trừ sâu bệnh hại {crop}', 'Kỹ thuật trồng và chăm sóc {crop}, {crop}', 'Bệnh thường gặp ở {animal} và cách phòng trị', 'Làm giàu từ {animal} và {crop}', 'Hỏi đáp về kỹ thuật trồng {crop}', '{count} câu hỏi về chăn nuôi {animal}', 'Sổ tay người trồng {crop} ở {place}', 'Trồng {crop} theo hướng hữu cơ tại {place}', 'Mô hình nuôi {animal} ở {commune}'],
    subtitles: ['Sách dùng cho nông dân', 'Tủ sách Khuyến nông', 'Sách hướng dẫn kỹ thuật', 'Tái bản lần thứ {small}'],
  },
  {
    weight: 48,
    by: 'people',
    publishers: 'medicine',
    classes: ['616.1', '616.4', '616.3', '613.2', '618.92', '615.8', '616.2', '615.8809597'],
    titles: ['Bệnh {disease}', 'Phòng và chữa bệnh {disease}', 'Bài thuốc dân gian chữa {disease}', 'Chế độ ăn cho người {disease}', '{count} câu hỏi về {disease}', 'Sống khỏe cùng bệnh {disease}', 'Bệnh {disease} và {disease}: chẩn đoán, điều trị', 'Cây thuốc {place}', 'Đông y điều trị {disease}', '{count} bài thuốc nam trị {disease} và {disease}', 'Chăm sóc người bệnh {disease} tại nhà'],
    subtitles: ['Sách dùng trong gia đình', 'Tủ sách Y học phổ thông', 'Giáo trình dùng cho điều dưỡng'],
  },
  {
    weight: 34,
    by: 'people',
    publishers: 'science',
    classes: ['005.1', '005.13', '005.5', '006.6', '004', '005.3'],
    titles: ['Tự học {software}', '{software} cho người mới bắt đầu', 'Giáo trình {software}', 'Lập trình {software} qua {count} ví dụ', 'Thực hành {software} và {software}', '{software} từ căn bản đến nâng cao', '{count} thủ thuật với {software}', 'Ứng dụng {software} trong {discipline}', 'Dùng {software} trong nghiên cứu {discipline}'],
    subtitles: ['Có kèm bài tập thực hành', 'Phiên bản mới', 'Dùng cho sinh viên', 'Cẩm nang thực hành'],
    from: 1994,
    volumes: 10,
  },
  {
    weight: 34,
    by: 'people',
    publishers: 'science',
    classes: ['620', '621.3', '624', '690', '664', '621.8', '629.2', '677'],
    titles: ['Giáo trình kỹ thuật {technology}', 'Sổ tay kỹ sư {technology}', 'Thiết kế và tính toán {technology}', 'Bài tập {technology}', 'Cơ sở {technology} và {technology}', 'An toàn lao động trong {technology}', 'Ứng dụng {technology} tại {place}', 'Sửa chữa và bảo dưỡng {technology}'],
    subtitles: ['Dùng cho sinh viên ngành kỹ thuật', 'Giáo trình', 'Lý thuyết và thực hành'],
    volumes: 14,
  },
  {
    weight: 24,
    by: 'compiler',
    publishers: 'general',
    classes: ['641.5', '641.59597', '646', '649', '745.5'],
    titles: ['{count} {dish}', 'Nghệ thuật nấu {dish}', 'Hướng dẫn làm {dish} và {dish}', '{dish} đất {place}', '{dish} quê {commune}', '{count} {dish} và {dish} dễ làm'],
    subtitles: ['Tủ sách Gia đình', 'Có hình minh họa', 'Sách dạy nấu ăn'],
  },
  {
    weight: 16,
    by: 'people',
    publishers: 'general',
    classes: ['796.33', '796', '794.1', '613.7'],
    titles: ['Kỹ thuật {sport}', '{sport} và sức khỏe', 'Tự học {sport} và {sport}', '{count} bài tập {sport}', 'Phong trào {sport} ở {place}', 'Huấn luyện {sport} cho thiếu niên {place}'],
  },
  {
    weight: 20,
    by: 'people',
    publishers: 'culture',
    classes: ['709.597', '781.62009597', '792.509597', '726.09597', '738.09597'],
    titles: ['Nghệ thuật {art}', '{art} ở {place}', '{art} và {art} trong đời sống hôm nay', 'Tìm hiểu {art} {commune}', 'Bảo tồn và phát huy {art} ở {place}', 'Nghệ nhân {art} đất {commune}'],
    subtitles: ['Khảo cứu', 'Sách ảnh', 'Nghiên cứu'],
  },
]

const old: readonly Subject[] = [
  {
    weight: 10,
    by: 'none',
    publishers: 'culture',
    classes: ['959.7{area}', '929.2', '895.9221', '390.09597{area}'],
    titles: ['{document} làng {commune}', '{document} đình {commune}, {place}', '{document} họ {family} làng {commune}', '{document} chùa {commune}'],
    subtitles: ['Sách chép tay', 'Nguyên bản chữ Hán', 'Nguyên văn chữ Nôm 𡨸喃', 'Bản sao chụp'],
    language: 'chi',
    handwritten: true,
  },
  {
    weight: 12,
    by: 'compiler',
    publishers: 'culture',
    classes: ['895.92208', '895.9221', '495.9227', '959.7029'],
    titles: ['Thơ văn chữ Hán {figure}', '{document} {place}', '{document} {commune}', 'Truyện Nôm {lowImage}', 'Tuyển tập {document} {place}', 'Di sản Hán Nôm {place}', '{figure}: thơ chữ Nôm', 'Tổng tập {document} {commune}, {place}'],
    subtitles: ['Phiên âm, dịch nghĩa và chú giải', 'Dịch và giới thiệu', 'Khảo cứu'],
    volumes: 20,
  },
]

export const vietnameseSubjects: readonly Subject[] = [
  ...literature,
  ...children,
  ...local,
  ...society,
  ...schooling,
  ...practice,
  ...old,
]
