import type { Chapter } from '../chapter.ts'

export const director: Chapter = {
  title: 'Bắt đầu nhanh: giám đốc',
  summary:
    'Mười phút mỗi tuần để biết thư viện đang ở đâu; nửa giờ mỗi quý để kiểm tra, ký và gửi báo cáo mà mình tin được.',
  sections: [
    {
      title: 'Mỗi tuần: một trang',
      blocks: [
        {
          kind: 'shot',
          name: 'home-director',
          caption:
            '(1) báo cáo quý đang chờ, (2) việc đến hạn trong tuần, (3) những gì quý này còn thiếu. Mỗi con số có gạch chấm mở ra danh sách đã tạo nên nó.',
        },
        {
          kind: 'list',
          items: [
            'Số in nghiêng là tạm tính, số có khóa là đã ký. Gạch ngang là chưa ai ghi gì, khác với 0.',
            'Thấy số lạ thì bấm vào: từng dòng hiện ra; thẻ {indicators.explain.changeTab} so với kỳ trước, thẻ {indicators.explain.leftOutTab} nói những gì bị loại và vì sao.',
            '{/reports/year}: cả năm đã đạt được bao nhiêu. {/plans}: lộ trình, hạng mục, kinh phí.',
          ],
        },
      ],
    },
    {
      title: 'Mỗi quý: ký',
      blocks: [
        {
          kind: 'steps',
          items: [
            'Mở {/reports}, vào kỳ đang chờ. Đọc văn bản như sẽ in; sửa phần lời ngay tại chỗ, số thì không gõ được.',
            'Mục {reports.doubts.title}: mỗi điểm khác thường cần sửa dữ liệu hoặc một câu giải trình; lời giải trình được in kèm.',
            'Người kiểm tra bấm {reports.steps.confirm}. Chưa ổn thì {reports.steps.sendBack}.',
            'Ký bằng mật khẩu của chính mình: {reports.sign.submit}. Số liệu được chốt cùng danh sách đứng sau từng số; không ai sửa được nữa, kể cả người quản trị.',
            'Xuất Word, Excel hoặc PDF để trình ký giấy, rồi gửi số liệu ở {/sync}.',
          ],
        },
        {
          kind: 'note',
          text: 'Sau khi ký mới phát hiện sai: sửa dữ liệu, chương trình nêu số nào đã khác, và bạn ký {reports.restatement.restate}. Số cũ vẫn đứng bên cạnh.',
        },
      ],
    },
    {
      title: 'Ba điều nên hỏi nhân viên',
      blocks: [
        {
          kind: 'list',
          items: [
            'Bản sao lưu gần nhất ngày nào, đã có bản nào nằm ngoài máy này chưa? ({/backup})',
            'Tờ mã khôi phục khóa ký cất ở đâu? ({#sending})',
            'Ai đã sửa số này? Câu trả lời ở {/journal}.',
          ],
        },
      ],
    },
  ],
}
