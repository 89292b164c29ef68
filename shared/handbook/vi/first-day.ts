import type { Chapter } from '../chapter.ts'

export const firstDay: Chapter = {
  title: 'Ngày đầu: đưa vốn cũ vào',
  summary:
    'Hai cách, dùng riêng hay cùng lúc đều được: ghi tổng số để báo cáo đúng ngay, và nhập từng cuốn từ Excel hoặc MARC.',
  sections: [
    {
      title: 'Cách nhanh: số dư đầu kỳ',
      blocks: [
        {
          kind: 'text',
          text: 'Thư viện chưa có dữ liệu máy tính, hoặc muốn có báo cáo quý ngay: ghi tổng số theo sổ. Sau này đăng ký dần từng cuốn, số dư tự giảm nên không tính hai lần.',
        },
        {
          kind: 'steps',
          items: [
            'Mở {/stock/opening}, chọn ngày tính đến. Bấm {stock.opening.begin} (1).',
            'Mỗi dòng: cơ sở, loại, ngôn ngữ, lớp, nguồn, số tên, số bản, căn cứ. Không rõ lớp thì để trống. Dán được nhiều dòng từ Excel.',
            'Bấm {stock.opening.save} (2). Xem kết quả ở {/stock}.',
          ],
        },
        {
          kind: 'shot',
          name: 'opening',
          caption: '(1) nhập dòng đầu, (2) ghi. Thẻ bên cạnh cho thấy vốn tăng trưởng từ số dư này.',
        },
      ],
    },
    {
      title: 'Cách đủ: nhập từ Excel hoặc MARC',
      blocks: [
        {
          kind: 'steps',
          items: [
            'Mở {/interchange/new}, {interchange.files.pick} (1) hoặc kéo tệp thả vào trang. Nhận Excel, CSV, MARC, MARCXML, cả tệp nén và tệp cũ mã TCVN3, VNI.',
            'Xem {interchange.columnMap.title}: chương trình đoán, bạn sửa. Chọn {interchange.new.stock.opening} cho sách đã có từ trước.',
            'Bấm {interchange.new.read}. Chưa có gì được ghi: chỉ là xem trước mỗi dòng sẽ thành gì.',
            'Xem những chỗ có vấn đề, những từ cần giải nghĩa, rồi bấm {interchange.run.writeWaiting}.',
            'Thấy sai: {interchange.run.undo} lấy lại toàn bộ lượt nhập, kể cả sau nhiều ngày; những gì đã dùng thì được hỏi.',
          ],
        },
        {
          kind: 'shot',
          name: 'import',
          caption: '(1) chọn tệp, (2) chọn cả thư mục. Nhiều tệp được nhập trong cùng một lượt.',
        },
        {
          kind: 'note',
          text: 'Lần sau nhập cùng kiểu tệp: bấm {interchange.new.saveProfile} ngay lần đầu, hồ sơ nhớ bảng mã và nghĩa các cột.',
        },
      ],
    },
    {
      title: 'Thử trước khi làm thật',
      blocks: [
        {
          kind: 'text',
          text: 'Muốn tập: ở màn hình đầu tiên chọn {users.firstRun.doors.sample.title}. Thư viện mẫu nằm ở thư mục riêng thì không lẫn với dữ liệu thật.',
        },
      ],
    },
  ],
}
