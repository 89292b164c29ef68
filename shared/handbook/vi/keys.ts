import type { Chapter } from '../chapter.ts'

export const keys: Chapter = {
  title: 'Phím tắt và đường đi nhanh',
  summary: 'Mọi trang dùng được bằng bàn phím. Bấm ? ở bất kỳ trang nào để xem bảng phím của chính bạn.',
  sections: [
    {
      title: 'Ở mọi trang',
      blocks: [
        {
          kind: 'table',
          head: ['Phím', 'Làm gì'],
          rows: [
            ['{key:F1}', '{shell.shortcuts.handbook}'],
            ['{key:Ctrl+K}', '{shell.shortcuts.find}; gõ không dấu cũng được'],
            ['{key:?}', '{shell.shortcuts.help}'],
            ['{key:Ctrl+Z}', '{shell.shortcuts.undo}'],
            ['{key:Ctrl+Enter}', '{shell.shortcuts.save}'],
            ['{key:Esc}', '{shell.shortcuts.back}'],
          ],
        },
      ],
    },
    {
      title: 'Trong danh sách',
      blocks: [
        {
          kind: 'table',
          head: ['Phím', 'Làm gì'],
          rows: [
            ['{key:/}', '{shell.shortcuts.search}'],
            ['{key:Alt+L}', '{shell.shortcuts.filter}'],
            ['{key:Enter}', '{shell.shortcuts.open}'],
            ['{key:F4}', '{shell.shortcuts.preview}'],
            ['{key:Space}', '{shell.shortcuts.choose}'],
            ['{key:Shift+↑↓}', '{shell.shortcuts.chooseStretch}'],
            ['{key:Ctrl+A}', '{shell.shortcuts.chooseAll}'],
          ],
        },
      ],
    },
    {
      title: 'Máy quét mã vạch',
      blocks: [
        {
          kind: 'list',
          items: [
            'Quét ở trang nào cũng được, không cần bấm vào ô: nhãn sách mở bản sách, phiếu số hóa mở việc, mã trên phiếu luân chuyển mở đợt.',
            'Máy quét nên đặt gửi {key:Enter} sau mỗi mã. UniKey bật hay tắt đều quét đúng.',
          ],
        },
      ],
    },
    {
      title: 'Khi gõ và chọn ngày',
      blocks: [
        {
          kind: 'list',
          items: [
            'Ngày gõ liền: 21042026 hoặc 21/4/26. Số gõ dấu phẩy cho phần lẻ: 1.234,5.',
            'Dán đoạn chữ mã cũ (TCVN3, VNI): chương trình nhận ra và bấm {shell.legacyPaste.convert}.',
            'Bảng nhập dán được cả khối từ Excel.',
          ],
        },
      ],
    },
  ],
}
