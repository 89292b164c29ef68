import type { Chapter } from '../chapter.ts'

export const quarter: Chapter = {
  title: 'Báo cáo quý và ký',
  summary:
    'Số liệu tự tính từ việc hằng ngày. Việc của quý là xem lại, giải trình điều khác thường, viết nhận xét, ký.',
  sections: [
    {
      title: 'Bốn bước',
      blocks: [
        {
          kind: 'shot',
          name: 'report',
          caption:
            '(1) chuyển cho người kiểm tra, (2) xác nhận đã kiểm tra, (3) những số cần giải trình trước khi ký.',
        },
        {
          kind: 'steps',
          items: [
            '{reports.steps.prepare}: ở {/reports} bấm {reports.list.open}. Xem từng thẻ; số nào lạ thì bấm vào để thấy các dòng. Sai ở đâu sửa ở đó, không sửa trong báo cáo.',
            'Phần lời được viết sẵn từ số liệu: bấm {reports.narrative.edit} để thêm nhận xét. Số trong ngoặc nhọn tự cập nhật.',
            '{reports.doubts.title}: sửa dữ liệu, hoặc {reports.doubts.explain} một câu sẽ được in. Rồi {reports.steps.handOver}.',
            '{reports.steps.check}: người khác đọc lại và {reports.steps.confirm}. Một người làm cả ba bước vẫn được, nhưng báo cáo ghi rõ như vậy.',
            '{reports.steps.sign}: giám đốc gõ mật khẩu của mình, {reports.sign.submit}.',
            '{reports.steps.send}: chương {#sending}.',
          ],
        },
      ],
    },
    {
      title: 'Số nào không tự tính được',
      blocks: [
        {
          kind: 'list',
          items: [
            '{/indicators/given}: gõ vào, kèm căn cứ và ngày.',
            '{/indicators/earlier}: lấy số của những quý trước khi dùng chương trình, từ tệp Excel hoặc bảng dán vào, chỉ để so sánh.',
            '{/plans/grid}: chỉ tiêu được giao cả năm, điền như Excel.',
          ],
        },
      ],
    },
    {
      title: 'Sau khi ký',
      blocks: [
        {
          kind: 'list',
          items: [
            'Văn bản có mã QR và chuỗi đối chiếu ở chân trang. Ai cầm tệp cũng kiểm được ở {/reports/verify}.',
            'Ghi số, ngày văn bản và gắn bản quét khi văn thư trả về; việc này không động đến số đã ký.',
            'Sửa dữ liệu sau khi ký thì báo cáo không đổi. Mục {reports.restatement.title} nêu số nào nay khác; giám đốc {reports.restatement.restate} nếu cần.',
          ],
        },
      ],
    },
  ],
}
