import type { Chapter } from '../chapter.ts'

export const activities: Chapter = {
  title: 'Bắt đầu nhanh: phong trào, hoạt động',
  summary: 'Ghi mỗi hoạt động một lần, kèm minh chứng; chỉ tiêu, báo cáo quý và hồ sơ thi đua tự lấy từ đó.',
  sections: [
    {
      title: 'Ghi một hoạt động',
      blocks: [
        {
          kind: 'steps',
          items: [
            'Ở {/activities/calendar} chọn ngày rồi bấm {activities.list.add} (1), hoặc bấm phím {key:N}.',
            'Chọn loại: trưng bày, nói chuyện, tập huấn, tin bài… Mỗi loại hỏi đúng những số mà chỉ tiêu cần.',
            'Còn là kế hoạch thì để trạng thái kế hoạch; làm xong bấm {activities.page.markDone} và ghi số người.',
            'Mở trang của hoạt động, đính ảnh, biên bản, danh sách ký tên. Thiếu minh chứng thì trang chủ nhắc, và báo cáo quý hỏi.',
          ],
        },
        {
          kind: 'shot',
          name: 'calendar',
          caption: '(1) ghi hoạt động, (2) nhật ký dạng danh sách, lọc theo loại, tình trạng, minh chứng.',
        },
        {
          kind: 'note',
          text: 'Hoạt động lặp lại hằng năm: mở hoạt động cũ, bấm {activities.page.again}. Muốn biết hoạt động nào vào chỉ số nào: bấm vào con số ở {/indicators}.',
        },
      ],
    },
    {
      title: 'Những sổ khác của bạn',
      blocks: [
        {
          kind: 'table',
          head: ['Việc', 'Nơi ghi'],
          rows: [
            [
              'Đối tác, dự án, thỏa thuận, đoàn ra đoàn vào',
              '{/cooperation/partners}, {/cooperation/projects}',
            ],
            ['Sách, máy, tiền được tặng', '{/cooperation/gifts}'],
            ['Chi hội, hội viên, hội phí, khen thưởng', '{/association}'],
            ['Tủ sách, thư viện xã, điểm bưu điện văn hóa', '{/network}'],
            ['Nhân lực, lớp bồi dưỡng', '{/staff}, {/staff/training}'],
            ['Phòng, máy, phần mềm, đường truyền', '{/facilities}'],
            ['Buổi xe lưu động, đợt luân chuyển', '{/rotation/sessions}, {/rotation}'],
          ],
        },
      ],
    },
    {
      title: 'Cuối quý',
      blocks: [
        {
          kind: 'text',
          text: 'Mở {/home}: mục {home.missing.title} liệt kê những gì còn thiếu. Ghi bù với đúng ngày đã làm; số của quý tự đúng. Rồi theo chương {#quarter}. Tên người chỉ ở trong máy này, không đi theo báo cáo.',
        },
      ],
    },
  ],
}
