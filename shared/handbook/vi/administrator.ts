import type { Chapter } from '../chapter.ts'

export const administrator: Chapter = {
  title: 'Bắt đầu nhanh: người quản trị',
  summary:
    'Cài một lần, đặt vài điều, rồi mỗi tháng xem lại mười lăm phút. Người quản trị làm được mọi việc, trừ ký báo cáo.',
  sections: [
    {
      title: 'Ngày đầu tiên',
      blocks: [
        {
          kind: 'steps',
          items: [
            '{/settings}: tên thư viện như trên con dấu, nơi gửi, người ký. Xem ngay văn bản sẽ in thế nào ở {settings.preview.title}.',
            '{/users}: {users.list.add} (1) cho từng người; mỗi người một tài khoản, để nhật ký ghi đúng ai làm gì. Đừng dùng chung mật khẩu.',
            '{/copies/places}: cơ sở, kho. {/copies/series}: các dãy số ĐKCB. {/settings/call-numbers}: cách lập ký hiệu xếp giá.',
            '{/backup/places}: thêm ít nhất một nơi lưu ngoài máy (chương {#backups}).',
            'Đưa vốn cũ vào: chương {#first-day}.',
          ],
        },
        {
          kind: 'shot',
          name: 'users',
          caption:
            '(1) thêm người, (2) đặt lại mật khẩu cho người quên, (3) ngừng truy cập khi nghỉ việc; không xóa ai, để lịch sử còn nguyên.',
        },
      ],
    },
    {
      title: 'Mỗi tháng, mười lăm phút',
      blocks: [
        {
          kind: 'list',
          items: [
            '{/health}: dòng nào đỏ thì làm theo câu ghi ngay bên dưới.',
            '{/backup}: cột {backup.list.proven} không có bản hỏng; USB đã cắm trong tháng.',
            '{/journal/verify}: {journal.verify.start}. Chuỗi còn nguyên nghĩa là không ai sửa dữ liệu sau lưng chương trình.',
            '{/updates}: có bản mới trên USB thì lấy vào; không vừa ý thì trở về bản trước.',
            '{/users}: ai đã nghỉ thì {users.list.disable}.',
          ],
        },
      ],
    },
    {
      title: 'Máy và chương trình',
      blocks: [
        {
          kind: 'list',
          items: [
            'Cài hàng loạt, quy định chung, dòng lệnh, báo nhầm virus, giấy phép: {/settings/program}.',
            'Hỏi máy từ xa bằng dòng lệnh: khosach health (sức khỏe máy), khosach benchmark (máy có đủ nhanh không), khosach diagnose --out TỆP (tệp chẩn đoán).',
            'Dữ liệu nằm trọn một thư mục trên ổ đĩa của máy. Không đặt trong OneDrive hay ổ mạng, không chép riêng tệp library.db.',
            'Hai thư viện về một: {/merger}. Chuyển máy: chương {#backups}.',
            'Nâng cấp: cài bản mới đè lên; bản cũ của dữ liệu được giữ trước khi chuyển.',
          ],
        },
      ],
    },
  ],
}
