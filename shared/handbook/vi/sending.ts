import type { Chapter } from '../chapter.ts'

export const sending: Chapter = {
  title: 'Gửi số liệu về Bộ',
  summary:
    'Một gói nhỏ có chữ ký, đi qua mạng, USB, thư điện tử, mã QR hay điện thoại. Trong gói chỉ có số, không có tên người.',
  sections: [
    {
      title: 'Làm một lần',
      blocks: [
        {
          kind: 'shot',
          name: 'sending',
          caption: '(1) tạo khóa ký, (2) các kỳ đã ký chờ gửi, (3) nơi nhận để ghi danh khi có mã.',
        },
        {
          kind: 'steps',
          items: [
            'Ở {/sync} bấm {sync.key.make}, đặt {sync.key.passphrase}: một câu dễ nhớ, khác mật khẩu đăng nhập.',
            'In tờ {sync.recovery.title}, cất vào két, rồi bấm {sync.recovery.done}. Mã chỉ hiện một lần.',
            'Có mã của nơi nhận thì bấm {sync.enrolment.open}. Chưa có vẫn gửi được bằng USB.',
          ],
        },
      ],
    },
    {
      title: 'Gửi bằng USB',
      blocks: [
        {
          kind: 'steps',
          items: [
            'Cắm USB, bấm {sync.roads.folder}, chọn thư mục, {sync.folder.act}. Tệp có đuôi .khosach.',
            'Đem USB hoặc gửi tệp bằng thư điện tử đến nơi nhận.',
            'Nhận USB về: {sync.receipts.open}. Biên nhận có chữ ký của nơi nhận thì kỳ mới ghi là đã nhận. Tin, câu hỏi, hạn nộp đi cùng.',
            'Chưa có biên nhận mà cần chắc chắn: gọi điện, {sync.roads.telephone}.',
          ],
        },
      ],
    },
    {
      title: 'Gửi qua mạng',
      blocks: [
        {
          kind: 'list',
          items: [
            'Bấm {sync.roads.send}, hoặc bật {sync.settings.isAutomatic}. Đứt mạng giữa chừng thì lần sau gửi tiếp phần còn lại.',
            'Nhiều tuần không có mạng là chuyện thường: gói nằm chờ, không mất, không gửi hai lần.',
            '{/sync/messages}: nơi nhận hỏi thì trả lời ở đây, hoặc {sync.answers.toStick}.',
          ],
        },
      ],
    },
    {
      title: 'Chuyển máy, khôi phục',
      blocks: [
        {
          kind: 'text',
          text: 'Dữ liệu mở ở máy khác thì trang này hỏi một lần: {sync.key.unlock}, bằng mật khẩu hoặc mã khôi phục. Mất cả hai thì {sync.key.replaceAct} và xin mã ghi danh mới; những gói đã gửi vẫn đúng.',
        },
      ],
    },
  ],
}
