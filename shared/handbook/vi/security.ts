import type { Chapter } from '../chapter.ts'

export const security: Chapter = {
  title: 'An toàn: bảo vệ gì, trước ai, bằng cách nào',
  summary:
    'Mô hình đe dọa trong một trang giấy, dành cho người phụ trách công nghệ thông tin và đoàn kiểm tra.',
  sections: [
    {
      title: 'Bảo vệ gì, trước ai',
      blocks: [
        {
          kind: 'text',
          text: 'Tài sản: dữ liệu bạn đọc và tên người (không bao giờ rời máy), số liệu đã ký, sổ đăng ký, khóa ký của thư viện, và việc thư viện còn làm việc được. Đề phòng: người nhặt được USB, người tò mò trong mạng nội bộ, trang web lạ mở cùng máy, tệp độc gửi đến, người trong cơ quan muốn sửa số đã ký, ổ đĩa hỏng và mất điện.',
        },
      ],
    },
    {
      title: 'Từng cửa vào',
      blocks: [
        {
          kind: 'table',
          head: ['Cửa', 'Đứng canh'],
          rows: [
            [
              'Trang giao diện',
              'Hộp cát, cô lập ngữ cảnh, không Node; chính sách nội dung không cho chữ chạy trong trang; không ra địa chỉ khác, không mở cửa sổ thứ hai; chỉ nạp tệp của chính mình. Trang của máy phục vụ không có cầu nối vào máy này.',
            ],
            [
              'Cổng nội bộ 127.0.0.1',
              'Chỉ nghe trên máy này, mã mở cửa dùng một lần, kiểm tra tên máy chủ và nguồn gọi; trang web khác gọi bị từ chối.',
            ],
            [
              'Dòng lệnh, ống nối',
              'Mỗi lệnh phải đăng nhập như người; ống chỉ dành cho người dùng Windows đang mở.',
            ],
            [
              'Mạng nội bộ',
              'Mặc định tắt. Khi bật: TLS với chứng thư riêng, so dấu vân tay trên hai màn hình, bắt buộc đăng nhập, giới hạn số lần thử.',
            ],
            [
              'Tệp đưa vào',
              'Kiểm tra loại, cỡ, tên; tệp nén phình to, XML có thực thể, đường dẫn trèo ra ngoài đều bị từ chối và nêu tên; xem trước rồi mới ghi; lấy lại được.',
            ],
            [
              'Tệp đưa ra',
              'Ô bắt đầu bằng dấu công thức được vô hiệu trong CSV; bảng tính ghi chữ là chữ, không lấy công thức từ dữ liệu.',
            ],
            [
              'Gói số liệu, biên nhận',
              'Chữ ký Ed25519 trên dạng chuẩn RFC 8785; nơi nhận tin chữ ký, không tin lời. Chỉ có số, không có tên người.',
            ],
            [
              'Bản sao lưu',
              'Mã hóa theo chuẩn age khi bật; được khôi phục thử trước khi gọi là bản sao; khóa ký không mở được từ bản sao.',
            ],
            [
              'Cập nhật',
              'Chỉ nhận tệp có chữ ký của nơi phát hành; không hạ phiên bản; không tự ra mạng khi chưa cho phép.',
            ],
            [
              'Người trong nhà',
              'Vai trò kiểm tra ở máy lõi, không ở trang; mật khẩu băm chậm, chờ lâu dần khi gõ sai; mọi thay đổi vào chuỗi nhật ký nối bằng mã băm, số đã ký khóa cứng.',
            ],
          ],
        },
      ],
    },
    {
      title: 'Không bảo vệ được',
      blocks: [
        {
          kind: 'list',
          items: [
            'Người có quyền quản trị Windows, hoặc cầm ổ cứng tháo ra: hãy bật BitLocker và khóa phòng máy. Khi cài cho mọi người dùng, mọi tài khoản Windows trên máy đều đọc, ghi được thư mục dữ liệu: máy có người ngoài dùng thì cài cho một người.',
            'Mã độc chạy bằng chính tài khoản Windows đang dùng; bàn phím bị ghi lén.',
            'Bản sao không mã hóa bị lấy mất. Nhật ký bị sửa ở đoạn cuối, sau mốc ký hoặc sao lưu gần nhất: không phát hiện được.',
            'Người có quyền hợp lệ ghi số sai: chương trình hỏi lại điều khác thường, nhưng tin người ghi.',
          ],
        },
      ],
    },
    {
      title: 'Cách kiểm tra',
      blocks: [
        {
          kind: 'text',
          text: '{/journal/verify}, {backup.page.check}, {/settings/program} (tệp chương trình còn đúng mã SHA-256). Danh mục an toàn của Electron gồm 20 điều, mỗi điều có bài thử tự động đi kèm mã nguồn. Giấy phép của phần mềm bên thứ ba: {/settings/program}.',
        },
      ],
    },
  ],
}
