import type { Chapter } from '../chapter.ts'

export const backups: Chapter = {
  title: 'Sao lưu và khôi phục',
  summary:
    'Bản sao chỉ có ích khi nằm ngoài máy và đã được thử. Chương trình tự làm cả hai; việc của bạn là cắm USB và cất một tờ giấy.',
  sections: [
    {
      title: 'Đặt một lần',
      blocks: [
        {
          kind: 'shot',
          name: 'backups',
          caption:
            '(1) thêm nơi lưu, (2) lịch và số bản giữ, (3) mã hóa. Nơi chưa cắm không phải là lỗi: cắm lúc nào, chép lúc đó.',
        },
        {
          kind: 'steps',
          items: [
            '{/backup/places}: {backup.places.add} một USB hoặc ổ cứng rời. Nên có hai cái, thay nhau, một cái để ngoài cơ quan.',
            '{backup.encryption.start} nếu USB có thể thất lạc: bản sao có tên và địa chỉ bạn đọc. In {backup.sheet.title} và cất vào két.',
            '{backup.rule.edit}: để như sẵn có là đủ cho hầu hết thư viện.',
          ],
        },
      ],
    },
    {
      title: 'Hằng ngày',
      blocks: [
        {
          kind: 'list',
          items: [
            'Tự chạy mỗi ngày khi quầy vắng, sau khi ký báo cáo và khi đóng chương trình. Muốn ngay thì {backup.page.make}.',
            'Mỗi bản được đọc lại từ nơi lưu, giải nén, kiểm tra từng trang, từng liên kết và chuỗi nhật ký; không đạt thì bị xóa và bạn được báo.',
            'Chân màn hình cho biết bản đã kiểm chứng gần nhất. Bản quan trọng thì {backup.hold.open}.',
            'Đừng chép tay tệp library.db khi chương trình đang mở: phần mới nhất nằm ở tệp bên cạnh.',
          ],
        },
      ],
    },
    {
      title: 'Khôi phục',
      blocks: [
        {
          kind: 'steps',
          items: [
            'Máy còn chạy: {/backup}, chọn bản, {backup.restore.open}. Máy mới: cài chương trình, ở màn hình đầu bấm {backup.restore.firstRun}. Dữ liệu hỏng: bấm nút trên màn hình lỗi.',
            '{backup.restore.prove}: bản sao được mở thử bên cạnh. Xem bảng so sánh: những gì ghi sau lúc sao lưu sẽ không có.',
            'Gõ mật khẩu của bạn, {backup.restore.submit}. Dữ liệu trước đó được cất vào “before-restore”, không mất.',
            'Vào {/sync} để {sync.key.unlock} một lần, nếu thư viện có gửi số liệu.',
          ],
        },
        {
          kind: 'note',
          text: 'Mỗi năm một lần, hãy tập: khôi phục bản trên USB sang một máy khác, mở xem rồi xóa. Bản sao chưa từng khôi phục là bản sao chưa biết có dùng được không.',
        },
      ],
    },
    {
      title: 'Không còn chương trình vẫn đọc được',
      blocks: [
        {
          kind: 'text',
          text: 'Cạnh mỗi bản sao là tệp .zip ở dạng mở (MARCXML, CSV) mà phần mềm khác đọc được. Tệp .db.zst giải nén bằng zstd là cơ sở dữ liệu SQLite; .age là mã hóa theo chuẩn age.',
        },
      ],
    },
  ],
}
