import type { Chapter } from '../chapter.ts'

export const problems: Chapter = {
  title: 'Khi có sự cố',
  summary:
    'Mỗi màn hình lỗi nói chuyện gì xảy ra, vì sao, làm gì tiếp. Dưới đây là những màn hình hay gặp. Đừng xóa tệp nào.',
  sections: [
    {
      title: 'Chương trình không mở được dữ liệu',
      blocks: [
        {
          kind: 'table',
          head: ['Màn hình', 'Làm gì'],
          rows: [
            [
              '{shell.opening.corrupt.title}',
              'Bấm {backup.restore.setAside} rồi chọn bản sao đã kiểm chứng gần nhất. Tệp hỏng được cất, không bị xóa. Nhờ kiểm tra ổ đĩa.',
            ],
            [
              '{shell.opening.in_use.title}',
              'Dùng cửa sổ đang mở, hoặc người dùng Windows kia thoát ra, rồi {common.actions.retry}.',
            ],
            [
              '{shell.opening.disk_full.title}',
              'Dọn ổ đĩa, rồi {common.actions.retry}. Những gì đã báo lưu vẫn còn.',
            ],
            [
              '{shell.opening.newer_version.title}',
              'Cài bản chương trình mới nhất. Dữ liệu không bị động đến.',
            ],
            [
              '{shell.opening.network_share.title}',
              'Chép thư mục dữ liệu về ổ đĩa của máy rồi mở ở đó. Nhiều máy dùng chung: {/lan}.',
            ],
            [
              '{shell.opening.cloud_folder.title}',
              'Chuyển thư mục dữ liệu ra khỏi OneDrive, Google Drive. Bản sao lưu thì để ở đó được.',
            ],
            [
              '{shell.opening.readonly_folder.title}',
              'Nhờ người phụ trách máy cấp quyền ghi cho thư mục dữ liệu.',
            ],
            ['{shell.opening.lost.title}', 'Bấm {backup.restore.setAside}, chọn bản sao mới nhất.'],
            [
              '{shell.opening.upgrade_failed.title}',
              'Dữ liệu cũ còn nguyên. Dọn ổ đĩa, rồi {common.actions.retry}; vẫn vậy thì cài lại bản trước và nhờ giúp.',
            ],
            [
              '{shell.opening.server_unreachable.title}',
              'Mở Kho Sách ở máy phục vụ. Trình duyệt cũng không vào được thì tường lửa Windows ở máy đó đang chặn: xem {/lan}.',
            ],
          ],
        },
      ],
    },
    {
      title: 'Đang làm thì',
      blocks: [
        {
          kind: 'table',
          head: ['Chuyện gì', 'Làm gì'],
          rows: [
            [
              'Mất điện',
              'Bật máy, mở lại. Những gì đã báo lưu còn nguyên; đang gõ dở nằm ở {home.drafts.title}. Việc dài đang chạy được trả về như trước khi chạy, bấm làm lại.',
            ],
            [
              '{ui.conflict.title}',
              'Có người vừa lưu cùng bản ghi. So hai cột, chọn từng mục, {ui.conflict.save}.',
            ],
            [
              '{shell.standing.stopped.title}',
              'Mở lại từ biểu tượng. Chép đoạn dài đang gõ ra trước khi đóng trang.',
            ],
            ['Quên mật khẩu', 'Người quản trị bấm {users.list.resetPassword} ở {/users}.'],
            ['Chậm', '{/health}: xem {health.page.slow}, bấm {health.page.trial}.'],
            ['Xóa nhầm, sửa nhầm', '{common.actions.undo} ngay, hoặc mở {/journal} xem trước khi sửa là gì.'],
            ['Windows báo virus', '{/settings/program}: mục {settings.guide.alarm.title}.'],
          ],
        },
      ],
    },
    {
      title: 'Nhờ người giúp',
      blocks: [
        {
          kind: 'text',
          text: 'Bấm {health.page.diagnose} ở {/health} và gửi tệp đó. Trong tệp không có tên người, không có nội dung đã nhập. Ghi thêm lúc mấy giờ, đang ở trang nào, chữ nhỏ (mã lỗi) dưới câu báo.',
        },
      ],
    },
  ],
}
