import { list } from './dice.ts'
import type { Subject } from './subject.ts'

export const practical: readonly Subject[] = [
  {
    weight: 58,
    by: 'people',
    publishers: 'farming',
    classes: ['630'],
    titles: list(
      `Kỹ thuật nuôi {animal}|Kỹ thuật trồng {crop}|Kỹ thuật nuôi {animal} và {animal}|
      Phòng trừ sâu bệnh hại {crop}|Kỹ thuật trồng và chăm sóc {crop}, {crop}|
      Bệnh thường gặp ở {animal} và cách phòng trị|Làm giàu từ {animal} và {crop}|
      Hỏi đáp về kỹ thuật trồng {crop}|{count} câu hỏi về chăn nuôi {animal}|
      Sổ tay người trồng {crop} ở {place}|Trồng {crop} theo hướng hữu cơ tại {place}|
      Mô hình nuôi {animal} ở {commune}`,
    ),
    subtitles: list(
      `Sách dùng cho nông dân|Tủ sách Khuyến nông|Sách hướng dẫn kỹ thuật|Tái bản lần thứ {small}`,
    ),
  },
  {
    weight: 48,
    by: 'people',
    publishers: 'medicine',
    classes: list('616.1|616.4|616.3|613.2|618.92|615.8|616.2|615.8809597'),
    titles: list(
      `Bệnh {disease}|Phòng và chữa bệnh {disease}|Bài thuốc dân gian chữa {disease}|
      Chế độ ăn cho người {disease}|{count} câu hỏi về {disease}|Sống khỏe cùng bệnh {disease}|
      Bệnh {disease} và {disease}: chẩn đoán, điều trị|Cây thuốc {place}|Đông y điều trị {disease}|
      {count} bài thuốc nam trị {disease} và {disease}|Chăm sóc người bệnh {disease} tại nhà`,
    ),
    subtitles: list('Sách dùng trong gia đình|Tủ sách Y học phổ thông|Giáo trình dùng cho điều dưỡng'),
  },
  {
    weight: 34,
    by: 'people',
    publishers: 'science',
    classes: list('005.1|005.13|005.5|006.6|004|005.3'),
    titles: list(
      `Tự học {software}|{software} cho người mới bắt đầu|Giáo trình {software}|
      Lập trình {software} qua {count} ví dụ|Thực hành {software} và {software}|
      {software} từ căn bản đến nâng cao|{count} thủ thuật với {software}|
      Ứng dụng {software} trong {discipline}|Dùng {software} trong nghiên cứu {discipline}`,
    ),
    subtitles: list('Có kèm bài tập thực hành|Phiên bản mới|Dùng cho sinh viên|Cẩm nang thực hành'),
    from: 1994,
    volumes: 10,
  },
  {
    weight: 34,
    by: 'people',
    publishers: 'science',
    classes: list('620|621.3|624|690|664|621.8|629.2|677'),
    titles: list(
      `Giáo trình kỹ thuật {technology}|Sổ tay kỹ sư {technology}|Thiết kế và tính toán {technology}|
      Bài tập {technology}|Cơ sở {technology} và {technology}|An toàn lao động trong {technology}|
      Ứng dụng {technology} tại {place}|Sửa chữa và bảo dưỡng {technology}`,
    ),
    subtitles: list('Dùng cho sinh viên ngành kỹ thuật|Giáo trình|Lý thuyết và thực hành'),
    volumes: 14,
  },
  {
    weight: 24,
    by: 'compiler',
    publishers: 'general',
    classes: list('641.5|641.59597|646|649|745.5'),
    titles: list(
      `{count} {dish}|Nghệ thuật nấu {dish}|Hướng dẫn làm {dish} và {dish}|{dish} đất {place}|
      {dish} quê {commune}|{count} {dish} và {dish} dễ làm`,
    ),
    subtitles: list('Tủ sách Gia đình|Có hình minh họa|Sách dạy nấu ăn'),
  },
  {
    weight: 16,
    by: 'people',
    publishers: 'general',
    classes: list('796.33|796|794.1|613.7'),
    titles: list(
      `Kỹ thuật {sport}|{sport} và sức khỏe|Tự học {sport} và {sport}|{count} bài tập {sport}|
      Phong trào {sport} ở {place}|Huấn luyện {sport} cho thiếu niên {place}`,
    ),
  },
  {
    weight: 20,
    by: 'people',
    publishers: 'culture',
    classes: list('709.597|781.62009597|792.509597|726.09597|738.09597'),
    titles: list(
      `Nghệ thuật {art}|{art} ở {place}|{art} và {art} trong đời sống hôm nay|Tìm hiểu {art} {commune}|
      Bảo tồn và phát huy {art} ở {place}|Nghệ nhân {art} đất {commune}`,
    ),
    subtitles: list('Khảo cứu|Sách ảnh|Nghiên cứu'),
  },
]
