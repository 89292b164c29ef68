import type { Chapter } from '../chapter.ts'

export const digitizer: Chapter = {
  title: 'Bắt đầu nhanh: người số hóa',
  summary:
    'Từ chọn tài liệu đến đưa ra phục vụ: mỗi tài liệu là một việc, đi qua các công đoạn, mỗi công đoạn xong là một lần quét phiếu.',
  sections: [
    {
      title: 'Lập việc',
      blocks: [
        {
          kind: 'steps',
          items: [
            'Ở {/digitization/jobs} bấm {digitization.list.make} (1); chọn tài liệu từ tìm kiếm đã lưu, diện đặc biệt hoặc các tên đã đánh dấu trong mục lục.',
            'Đặt dự án, tên đợt, quy trình. Tên nào đã có việc thì chương trình để lại, không lập hai lần.',
            'Ở {/digitization/jobs/batches} bấm {digitization.batches.slips}, kẹp mỗi phiếu vào một tài liệu.',
          ],
        },
        {
          kind: 'shot',
          name: 'jobs',
          caption:
            '(1) tạo việc, (2) bàn quét phiếu dùng khi làm, (3) quyền khai thác. Chọn xem dạng bảng để thấy việc ứ ở công đoạn nào.',
        },
      ],
    },
    {
      title: 'Làm mỗi ngày',
      blocks: [
        {
          kind: 'steps',
          items: [
            'Mở {/digitization/jobs/desk} (2), quét phiếu, xem đúng tài liệu rồi {key:Enter} lần nữa là xong công đoạn.',
            'Quét ảnh vào thư mục riêng của việc, rồi bấm {preservation.folders.add} ở trang của việc. Bấm {preservation.folder.check}: tên tệp, trang thiếu, dpi, màu, tệp hỏng được nêu từng dòng. Ảnh nằm nguyên chỗ cũ, chương trình chỉ đọc và ghi mã SHA-256.',
            'Máy có Tesseract thì nhận dạng chữ ngay trong thư mục đó; không có thì gõ hoặc bỏ qua.',
            'Máy hỏng, mất điện: ghi ở {/digitization/jobs/stoppages} để giải thích được vì sao chậm.',
          ],
        },
      ],
    },
    {
      title: 'Nghiệm thu, quyền, lưu giữ',
      blocks: [
        {
          kind: 'list',
          items: [
            '{/inspection}: {inspection.list.draw}, xem từng trang bằng phím, {inspection.look.good} hoặc {inspection.look.bad}. Nên để người khác xem trang mình quét.',
            '{/digitization/jobs/rights} (3): chưa có quyết định là chưa rõ quyền, và tài liệu chưa rõ quyền không đưa ra phục vụ.',
            '{/preservation/volumes}: ghi mỗi ổ cứng, đĩa; đến hạn thì cắm vào để đọc lại. Một bản hỏng không mất nếu còn bản thứ hai.',
            '{/digitization}: kế hoạch năm và con số đã xong để báo cáo.',
          ],
        },
      ],
    },
  ],
}
