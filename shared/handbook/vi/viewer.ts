import type { Chapter } from '../chapter.ts'

export const viewer: Chapter = {
  title: 'Bắt đầu nhanh: người chỉ xem',
  summary:
    'Dành cho người cần tra cứu và đọc số liệu: kế toán, lãnh đạo Sở, đoàn kiểm tra. Xem được hầu hết, không sửa được gì.',
  sections: [
    {
      title: 'Tra cứu tài liệu',
      blocks: [
        {
          kind: 'steps',
          items: [
            'Mở {/catalogue}, gõ nhan đề, tác giả, chủ đề, ISBN hoặc số ĐKCB. Không cần gõ dấu.',
            'Bấm {key:Alt+L} để lọc theo kho, loại, năm, ngôn ngữ. Mỗi điều kiện là một thẻ, bỏ đi được từng cái.',
            'Chọn một dòng để xem nhanh ở bên phải ({key:F4} ẩn hiện), {key:Enter} để mở biểu ghi đầy đủ.',
            '{common.list.export}: lấy đúng danh sách đang xem ra Excel hoặc CSV.',
          ],
        },
      ],
    },
    {
      title: 'Đọc số liệu',
      blocks: [
        {
          kind: 'shot',
          name: 'figures',
          caption:
            'Mỗi chỉ số có mã, đơn vị, giá trị và chỉ tiêu. (1) là những số do người nhập tay, có tên người và ngày nhập.',
        },
        {
          kind: 'list',
          items: [
            'Chọn loại kỳ và kỳ ở trên cùng. Bấm vào số để xem từng dòng tạo nên nó.',
            'Số in nghiêng còn thay đổi theo dữ liệu; số có khóa là số giám đốc đã ký.',
            '“{ui.figure.not_collected}”, “{ui.figure.not_applicable}”, gạch ngang và 0 là bốn điều khác nhau.',
            '{/stock}: vốn tài liệu vào bất kỳ ngày nào. {/registers}: sổ đăng ký như trên giấy.',
          ],
        },
      ],
    },
    {
      title: 'Kiểm chứng một báo cáo nhận được',
      blocks: [
        {
          kind: 'text',
          text: 'Có tệp báo cáo trong tay và muốn biết còn đúng như lúc ký không: mở {/reports/verify}, chọn tệp. Chương trình so từng con số, từng đoạn chữ với bản đã ký và chỉ rõ chỗ khác.',
        },
      ],
    },
    {
      title: 'Vì sao không thấy nút sửa',
      blocks: [
        {
          kind: 'text',
          text: 'Vai trò {users.roles.reader} chỉ xem. Tên và địa chỉ bạn đọc cũng không hiện với vai trò này. Cần làm thêm việc thì nhờ người quản trị đổi vai trò ở {/users}.',
        },
      ],
    },
  ],
}
