import type { Chapter } from '../chapter.ts'

export const desk: Chapter = {
  title: 'Bắt đầu nhanh: quầy phục vụ',
  summary:
    'Đếm lượt bạn đọc mỗi ngày, cho mượn và nhận trả, đưa sách xuống cơ sở. Số ghi ở quầy chính là số trong báo cáo quý.',
  sections: [
    {
      title: 'Mỗi ngày: ghi số đếm',
      blocks: [
        {
          kind: 'steps',
          items: [
            'Mở {/readers/counters}. Ngày và cơ sở đã điền sẵn.',
            'Có khách đến thì bấm phím số cạnh dòng để cộng một, giữ {key:Shift} để bớt. Hoặc cuối ngày gõ tổng rồi {key:Enter} xuống dòng.',
            'Bấm {readers.counters.save} (2). Ô để trống nghĩa là chưa đếm, khác với số 0.',
            'Quên mấy ngày thì mở thẻ {readers.tabs.month} (1), điền cả tháng như trong Excel, dán được cả khối.',
          ],
        },
        {
          kind: 'shot',
          name: 'counters',
          caption:
            '(1) điền cả tháng một lần, (2) lưu số của ngày. Cột bên phải nhắc mức cao nhất để thấy ngay số gõ nhầm.',
        },
        {
          kind: 'note',
          text: 'Sửa số của ngày trước phải ghi lý do; số cũ vẫn xem lại được. Lượt mượn do máy ghi thì không đếm tay nữa.',
        },
      ],
    },
    {
      title: 'Mượn, trả bằng máy quét',
      blocks: [
        {
          kind: 'text',
          text: 'Trang {/readers/desk} dùng được khi quản trị chọn chế độ {readers.modes.loans} ở {/readers/settings}.',
        },
        {
          kind: 'steps',
          items: [
            'Quét thẻ để mở bạn đọc, rồi quét từng cuốn để cho mượn. Xong bấm {readers.desk.close}.',
            'Không mở bạn đọc mà quét sách thì là ghi trả. Quét nhầm thì bấm {readers.desk.undo}.',
            'Báo quá hạn, quá số bản: đọc lý do, vẫn được cho mượn nếu bạn quyết định.',
            '{/readers/overdue}: danh sách gọi nhắc. Cấp thẻ mới ở {/readers/new}, có chữ đồng ý của bạn đọc hoặc người giám hộ.',
          ],
        },
      ],
    },
    {
      title: 'Đưa sách xuống cơ sở',
      blocks: [
        {
          kind: 'text',
          text: '{/rotation}: {rotation.lists.shipments.add}, quét từng bản vào đợt, {rotation.send.open}, khi về thì {rotation.return.open}. Buổi xe lưu động ghi ở {/rotation/sessions}. Bạn đọc hỏi sách: {/catalogue}, gõ không dấu cũng ra.',
        },
      ],
    },
  ],
}
