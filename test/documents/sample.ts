import type { CellValue, Column, OfficialDocument, Row } from '../../db/documents/document.ts'

const subjects = [
  'Số lượng tên tài liệu in được bổ sung trong kỳ từ nguồn ngân sách nhà nước cấp thường xuyên',
  'Số trang tài liệu địa chí quý hiếm đã số hóa đạt yêu cầu kiểm tra chất lượng, có siêu dữ liệu đầy đủ',
  'Tỷ lệ biểu ghi thư mục được chuẩn hóa theo MARC 21 và chia sẻ trên Mục lục liên hợp',
  'Lượt người sử dụng thư viện lưu động phục vụ vùng sâu, vùng xa, vùng đồng bào dân tộc thiểu số',
  'Số buổi truyền thông vận động, Ngày Sách và Văn hóa đọc Việt Nam phối hợp với trường học',
]

const indicatorColumns: Column[] = [
  { key: 'order', label: 'STT', weight: 5, kind: 'number', align: 'center', decimals: 0 },
  { key: 'name', label: 'Chỉ tiêu', weight: 42, kind: 'text' },
  { key: 'unit', label: 'Đơn vị tính', weight: 11, kind: 'text', align: 'center' },
  { key: 'plan', label: 'Kế hoạch năm', weight: 14, kind: 'number' },
  { key: 'done', label: 'Thực hiện quý', weight: 14, kind: 'number' },
  { key: 'share', label: 'Tỷ lệ (%)', weight: 14, kind: 'number', decimals: 1 },
]

function doneIn(index: number): CellValue {
  if (index === 3) return { status: 'not_collected' }
  if (index === 5) return null
  return index === 4 ? 0 : 1234.5 + index * 1001
}

function indicatorRow(index: number): Row {
  const share: CellValue = index === 4 ? { status: 'zero_base' } : 40 + index
  return {
    type: 'values',
    values: {
      order: index + 1,
      name: subjects[index % subjects.length] ?? '',
      unit: 'tên',
      plan: index === 2 ? { status: 'not_applicable' } : 5000 + index * 1000,
      done: doneIn(index),
      share,
    },
  }
}

export function indicatorRows(count: number): Row[] {
  return Array.from({ length: count }, (_, index) => indicatorRow(index))
}

const digitizationColumns: Column[] = [
  { key: 'class', label: 'Bộ sưu tập', weight: 30, kind: 'text' },
  { key: 'titles', label: 'Số tên', weight: 10, kind: 'number' },
  { key: 'pages', label: 'Số trang', weight: 12, kind: 'number' },
  { key: 'gigabytes', label: 'Dung lượng (GB)', weight: 12, kind: 'number', decimals: 2 },
  { key: 'begun', label: 'Ngày bắt đầu', weight: 12, kind: 'date' },
  { key: 'checked', label: 'Ngày kiểm tra', weight: 12, kind: 'date' },
  { key: 'note', label: 'Ghi chú', weight: 30, kind: 'text' },
]

function digitizationRow(index: number): Row {
  return {
    type: 'values',
    values: {
      class: `Tài liệu địa chí Lâm Đồng, Đắk Nông, Bình Thuận – tập ${index + 1}`,
      titles: 120 + index,
      pages: 45_210 + index * 987,
      gigabytes: 12.345 * (index + 1),
      begun: `2026-0${(index % 9) + 1}-05`,
      checked: index % 3 === 0 ? null : '2026-09-28',
      note: index === 0 ? '=1+1' : 'Đã có siêu dữ liệu Dublin Core và MODS',
    },
  }
}

const basis = [
  'Căn cứ Công văn số 2024/BVHTTDL-TV ngày 15 tháng 5 năm 2018 của Bộ Văn hóa, Thể thao và Du lịch về việc hiện đại hóa, nâng cao chất lượng phục vụ của hệ thống thư viện công cộng;',
  'Căn cứ Quyết định số 206/QĐ-TTg ngày 11 tháng 02 năm 2021 của Thủ tướng Chính phủ phê duyệt Chương trình chuyển đổi số ngành thư viện đến năm 2025, định hướng đến năm 2030;',
]

/** A quarter of a provincial library: long names, a table over two pages, a landscape annex, every kind of cell. */
export const quarterlyReport: OfficialDocument = {
  language: 'vi',
  letterhead: {
    governingBody: 'Sở Văn hóa, Thể thao và Du lịch tỉnh Lâm Đồng',
    issuingBody: 'Thư viện tỉnh Lâm Đồng',
    number: '5',
    symbol: 'BC-TVT',
    place: 'Lâm Đồng',
    date: '2026-10-05',
  },
  kind: 'BÁO CÁO',
  subject:
    'Kết quả hiện đại hóa, nâng cao chất lượng phục vụ của thư viện công cộng tỉnh Lâm Đồng quý III năm 2026',
  addressees: [
    'Sở Văn hóa, Thể thao và Du lịch tỉnh Lâm Đồng',
    'Vụ Thư viện, Bộ Văn hóa, Thể thao và Du lịch',
  ],
  blocks: [
    ...basis.map((text) => ({ type: 'paragraph', text, manner: 'basis' }) as const),
    {
      type: 'paragraph',
      text: 'Thư viện tỉnh Lâm Đồng báo cáo kết quả hiện đại hóa, nâng cao chất lượng phục vụ quý III năm 2026 như sau:',
    },
    { type: 'heading', level: 1, text: 'PHẦN I. KẾT QUẢ THỰC HIỆN' },
    { type: 'heading', level: 2, text: '1. Công tác chỉ đạo, cơ chế, kế hoạch' },
    {
      type: 'paragraph',
      // Decomposed on purpose: it is how some keyboards write, and the paper shows it composed.
      text: 'Trong quý, thư viện đã tham mưu ban hành 02 kế hoạch, phục vụ 112.456 lượt bạn đọc; số hóa 45.210 trang tài liệu địa chí quý hiếm.'.normalize(
        'NFD',
      ),
    },
    { type: 'heading', level: 3, text: 'a) Vốn tài liệu và số hóa' },
    { type: 'list', items: ['Bổ sung 1.234 tên sách;', 'Luân chuyển 5.600 bản đến 42 điểm phục vụ.'] },
    {
      type: 'table',
      caption: 'Bảng 1. Kết quả thực hiện các chỉ tiêu quý III năm 2026',
      columns: indicatorColumns,
      rows: [
        { type: 'group', label: 'I. Vốn tài liệu và sản phẩm thông tin' },
        ...indicatorRows(30),
        { type: 'total', values: { name: 'Cộng', plan: 585_000, done: 0 } },
      ],
      note: 'Ô để trống là chưa có số liệu; 0 là số liệu bằng không.',
    },
    { type: 'heading', level: 1, text: 'PHẦN II. ĐÁNH GIÁ' },
    { type: 'paragraph', text: 'Kết quả trong quý cơ bản đạt yêu cầu của kế hoạch năm./.' },
  ],
  signature: { capacity: 'KT. Giám đốc\nPhó giám đốc', name: 'Nguyễn Thị Hồng Nhung' },
  recipients: ['Như trên', 'Ủy ban nhân dân tỉnh (để báo cáo)', 'Lưu: VT, NV'],
  annexes: [
    {
      title: 'Kết quả số hóa tài liệu theo bộ sưu tập',
      orientation: 'landscape',
      blocks: [
        {
          type: 'table',
          columns: digitizationColumns,
          rows: Array.from({ length: 9 }, (_, i) => digitizationRow(i)),
        },
      ],
    },
  ],
  footer: 'Mã số liệu: 4f1c9a77e03bd25866a1f0c2d94b7e35',
}
