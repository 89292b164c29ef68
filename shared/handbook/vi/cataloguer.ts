import type { Chapter } from '../chapter.ts'

export const cataloguer: Chapter = {
  title: 'Bắt đầu nhanh: người biên mục',
  summary:
    'Nhận sách về, biên mục, cho số đăng ký, in nhãn, xếp giá: cả vòng đời của một cuốn sách trong một trang.',
  sections: [
    {
      title: 'Một đợt sách mới về',
      blocks: [
        {
          kind: 'steps',
          items: [
            'Vào {/copies/vouchers}, bấm {copies.vouchers.add}. Ghi số, ngày nhận, nguồn và số bản, số tiền ghi trên giấy để đối chiếu, rồi bấm {copies.voucher.saveAndEnter}.',
            'Ở bảng nhập, mỗi dòng là một nhan đề: gõ vài chữ hoặc quét ISBN. Chưa có trong mục lục thì biên mục ngay từ dòng đó; lưu xong bạn trở lại đúng chứng từ.',
            'Ghi số bản, giá, kho. Số ĐKCB do chương trình cấp nối tiếp theo dãy.',
            'Số bản và số tiền khớp với giấy thì bấm {copies.voucher.complete}: sổ đăng ký tổng quát có thêm một dòng. Từ đó sổ không sửa, chỉ đính chính.',
            'Bấm {copies.voucher.labels} để in nhãn cho đúng các bản của đợt này.',
          ],
        },
        {
          kind: 'shot',
          name: 'catalogue',
          caption:
            'Mục lục: (1) gõ có dấu hay không dấu đều tìm được, (2) biên mục mới, (3) xuất đúng danh sách đang xem.',
        },
      ],
    },
    {
      title: 'Biên mục',
      blocks: [
        {
          kind: 'list',
          items: [
            '{catalogue.menu.add}: chỉ nhan đề là bắt buộc, còn lại điền dần. Có sẵn thư mục của nơi khác thì nạp một lần ở {/interchange/pools} rồi lấy biểu ghi từ đó.',
            'Cần trường lạ thì mở thẻ {catalogue.record.tabs.marc}: biểu ghi được giữ nguyên từng chữ theo MARC 21, kể cả trường mà biểu mẫu không có.',
            'Báo trùng là câu hỏi, không phải cấm: {catalogue.form.addCopyToTwin} nếu cùng một cuốn, {catalogue.form.saveSameTitle} nếu khác.',
            'Gõ dở mà mất điện: mở lại máy, việc dở nằm ở {/home}, mục {home.drafts.title}.',
          ],
        },
      ],
    },
    {
      title: 'Giữ mục lục sạch',
      blocks: [
        {
          kind: 'list',
          items: [
            '{/catalogue/duplicates}: xem từng nhóm giống nhau rồi gộp; bản và lịch sử theo về một chỗ.',
            '{/catalogue/authorities}: mỗi tác giả, chủ đề một tên chuẩn; đổi ở đây thì mọi biểu ghi đổi theo.',
            'Sửa nhầm thì bấm {common.actions.undo} ngay dưới màn hình, hoặc mở {catalogue.record.tabs.history} của biểu ghi để xem ai đã đổi gì.',
          ],
        },
      ],
    },
  ],
}
