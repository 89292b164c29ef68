import type { Chapter } from '../chapter.ts'

export const weeding: Chapter = {
  title: 'Thanh lọc',
  summary:
    'Năm giấy tờ theo Thông tư 02/2020/TT-BVHTTDL, theo đúng thứ tự. Sách chỉ ra khỏi vốn ở bước cuối, khi có quyết định phê duyệt.',
  sections: [
    {
      title: 'Tìm và lập danh mục',
      blocks: [
        {
          kind: 'steps',
          items: [
            '{/weeding/candidates}: chọn quy tắc bên trái. Mỗi bản tìm được kèm lý do; tài liệu cổ, quý, địa chí, bản cuối cùng được bảo vệ, trừ khi bạn cố ý.',
            'Đưa vào hồ sơ có sẵn hoặc hồ sơ mới. Cũng có thể quét từng cuốn ngay tại giá trong hồ sơ.',
            'In danh sách theo kho, giá để đi lấy: {weeding.items.fetch.pdf}.',
          ],
        },
        {
          kind: 'shot',
          name: 'weeding',
          caption:
            'Chương trình chỉ đề nghị theo quy tắc đã chọn; người quyết định là thư viện và Hội đồng. (1) các hồ sơ đang làm và đã phê duyệt.',
        },
      ],
    },
    {
      title: 'Năm bước',
      blocks: [
        {
          kind: 'table',
          head: ['Bước', 'Giấy tờ', 'Sau khi ghi nhận đã ký'],
          rows: [
            ['1', '{weeding.papers.proposal}', 'Lý do và phạm vi được giữ nguyên.'],
            ['2', '{weeding.papers.list}', 'Danh mục khóa lại.'],
            ['3', '{weeding.papers.council}', 'Tên thành viên chỉ in trên giấy, không vào nhật ký.'],
            ['4', '{weeding.papers.minutes}', 'Bản nào Hội đồng đưa ra thì bỏ khỏi danh mục, có lý do.'],
            [
              '5',
              '{weeding.papers.approval}',
              'Các bản ra khỏi vốn theo quyết định; sổ và số liệu tự cập nhật.',
            ],
          ],
        },
        {
          kind: 'list',
          items: [
            'Mỗi giấy tờ xuất Word hoặc PDF; bản quét có chữ ký gắn vào ngay bước đó.',
            'Cần quay lại: {weeding.back.title}, phải ghi lý do.',
            'Vượt tỷ lệ cho phép trong một lần thì chương trình nói rõ giới hạn; báo cáo quý cũng hỏi.',
            'Tài liệu xuất không qua thanh lọc (chuyển, mất, tặng): {/copies/withdrawals/new}.',
          ],
        },
      ],
    },
  ],
}
