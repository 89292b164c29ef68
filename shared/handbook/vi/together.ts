import type { Chapter } from '../chapter.ts'

export const together: Chapter = {
  title: 'Nhiều người cùng làm',
  summary:
    'Mỗi người một tài khoản, một thư viện một nơi giữ dữ liệu. Chương trình giữ cho việc của người này không đè việc của người kia.',
  sections: [
    {
      title: 'Một máy, nhiều người',
      blocks: [
        {
          kind: 'list',
          items: [
            'Góc trên bên phải, tên của bạn: {shell.user.switch} khi đổi ca, {shell.user.lock} khi rời máy. Khóa không mất gì đang gõ.',
            'Đổi mật khẩu ở {/users/password}. Không ai, kể cả người quản trị, xem được mật khẩu.',
            'Gõ sai nhiều lần liên tiếp thì phải chờ, mỗi lần lâu hơn.',
            'Hai người Windows khác nhau trên một máy: chỉ một người mở dữ liệu tại một thời điểm.',
          ],
        },
      ],
    },
    {
      title: 'Hai người sửa cùng một thứ',
      blocks: [
        {
          kind: 'list',
          items: [
            'Người lưu sau thấy {ui.conflict.title}: hai cột đặt cạnh nhau, những mục không đụng nhau tự ghép.',
            'Quét kiểm kê, số đếm, mượn trả: nhiều người làm cùng lúc, mỗi lần ghi chỉ tính một.',
            'Ai đã đổi gì: thẻ {catalogue.record.tabs.history} của bản ghi, hoặc {/journal}.',
          ],
        },
      ],
    },
    {
      title: 'Máy khác, nơi khác',
      blocks: [
        {
          kind: 'list',
          items: [
            'Dữ liệu ở ổ đĩa của một máy. Đừng đặt thư mục dữ liệu lên ổ mạng, OneDrive hay USB để “dùng chung”: tệp sẽ hỏng, nên chương trình từ chối.',
            'Nhiều máy trong một nhà: bật ở {/lan} trên máy giữ dữ liệu, in tờ hướng dẫn, rồi mở địa chỉ đó ở máy kia và so dấu vân tay trước khi đăng nhập.',
            'Nút mờ trên máy kia là việc chỉ làm ở máy phục vụ; bấm vào để xem lý do. Muốn về thư viện của chính máy đó: {electron.menu.library} trong menu của chương trình.',
            'Kiểm kê ở kho xa: trang quét mang đi được, xem {#stocktake}.',
            'Cơ sở không có chương trình: gửi biểu mẫu Excel và lấy vào ở {/reports/units}.',
            'Hai thư viện nhập về một: {/merger}, xem trước được mọi con số trước khi ghi.',
          ],
        },
      ],
    },
    {
      title: 'Ai được làm gì',
      blocks: [
        {
          kind: 'table',
          head: ['Vai trò', 'Làm được'],
          rows: [
            [
              '{users.roles.cataloguer}',
              'Mục lục, bổ sung, sổ đăng ký, kiểm kê, thanh lọc, nhập tệp, in nhãn',
            ],
            ['{users.roles.digitizer}', 'Việc số hóa, kiểm tra chất lượng, lưu trữ tệp'],
            [
              '{users.roles.activities}',
              'Hoạt động, đối tác, Hội, mạng lưới, nhân lực, cơ sở vật chất, chuẩn bị báo cáo',
            ],
            ['{users.roles.desk}', 'Số đếm, thẻ, mượn trả, luân chuyển, quét kiểm kê'],
            ['{users.roles.director}', 'Xem hết, kiểm tra và ký báo cáo, gửi Bộ, xem nhật ký'],
            ['{users.roles.administrator}', 'Mọi việc, trừ ký báo cáo'],
            ['{users.roles.reader}', 'Chỉ xem, không thấy bạn đọc'],
          ],
        },
      ],
    },
  ],
}
