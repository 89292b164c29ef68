import type { IsoDate } from '../dates.ts'

/** People, rooms and things of a provincial library of middling size; days are counted back from today. */
export type DemoResources = ReturnType<typeof demoResources>

const people = [
  ['Nguyễn Thị Bích Ngọc', 'master', 'Giám đốc'],
  ['Trần Văn Đức', 'bachelor', 'Phó Giám đốc'],
  ['Lê Quốc Bảo', 'bachelor', 'Quản trị mạng'],
  ['Phạm Thị Thu An', 'bachelor', 'Biên mục'],
  ['Hoàng Minh Châu', 'bachelor', 'Phục vụ bạn đọc'],
  ['Vũ Thị Lan Hương', 'college', 'Phòng thiếu nhi'],
  ['Đặng Văn Sơn', 'intermediate', 'Bảo quản, phục chế'],
] as const

const rooms = [
  ['Phòng đọc tổng hợp', 'reading', 'other', '', 240, 120],
  ['Phòng thiếu nhi', 'children', 'other', '', 96.5, 60],
  ['Phòng đa phương tiện', 'multimedia', 'donation', 'KOICA', 80, 30],
  ['Kho mượn', 'store', 'other', '', 150, null],
] as const

const things = [
  ['Máy tính để bàn', 'computer', 'readers', 'project', 'Quỹ Gates', 20, 9_800_000],
  ['Máy tính để bàn', 'computer', 'work', 'purchase', '', 14, 14_500_000],
  ['Máy quét sách khổ A2', 'scanner', 'work', 'purchase', '', 2, 420_000_000],
  ['Cổng an ninh thư viện', 'rfid', 'readers', 'purchase', '', 1, 185_000_000],
  ['Xe thư viện lưu động', 'vehicle', 'readers', 'donation', 'Quỹ Thiện Tâm', 1, 1_600_000_000],
] as const

export function demoResources(today: IsoDate) {
  const year = Number(today.slice(0, 4))
  return { since: `${year - 6}-03-01`, year, today, people, rooms, things }
}
