import type { Chapter } from '../chapter.ts'

export const stocktake: Chapter = {
  title: 'Kiểm kê',
  summary:
    'Chụp lại danh sách phải có, quét hết giá, xem thiếu gì, ký biên bản. Thư viện vẫn mở cửa trong lúc kiểm kê.',
  sections: [
    {
      title: 'Lập và mở',
      blocks: [
        {
          kind: 'steps',
          items: [
            '{/stocktake}: {stocktake.list.add}, đặt phạm vi (cơ sở, kho, loại) và ghi Ban kiểm kê.',
            '{stocktake.actions.open}: chương trình chụp danh sách phải kiểm kê lúc này. Bản nhập, chuyển, xuất sau đó tách riêng, không tính thiếu hay thừa.',
          ],
        },
      ],
    },
    {
      title: 'Quét',
      blocks: [
        {
          kind: 'shot',
          name: 'scanning',
          caption:
            '(1) quét hoặc gõ mã rồi Enter, (2) hoàn tác lần vừa quét, (3) tạm dừng. Âm thanh khác nhau cho đúng chỗ, nhầm chỗ và mã lạ.',
        },
        {
          kind: 'list',
          items: [
            'Chọn kho và giá đang quét ({key:F2}) để biết sách xếp nhầm chỗ.',
            'Nhiều người quét cùng lúc được. Quét trùng không tính hai lần.',
            'Không đem máy tính vào kho được: thẻ {stocktake.tabs.sources}, {stocktake.satelliteDialog.submit} ra một trang tự chạy, mở trên điện thoại hay máy xách tay không cần mạng; xong thì {stocktake.merge.title} về đây.',
          ],
        },
      ],
    },
    {
      title: 'Đóng và xử lý',
      blocks: [
        {
          kind: 'steps',
          items: [
            'Xem danh sách thiếu, tìm lại trên giá lần nữa. {stocktake.actions.close}: kết quả và biên bản được chốt.',
            'In ở thẻ {stocktake.tabs.minutes}, ký giấy, rồi bấm {stocktake.actions.sign}. Chưa ký thì còn {stocktake.actions.reopen} được.',
            'Bản thiếu không tự mất khỏi vốn: ở danh sách thiếu, bạn quyết định ghi thất lạc, hay đưa vào hồ sơ {#weeding}. Ghi nhầm thì lấy lại được.',
          ],
        },
      ],
    },
  ],
}
