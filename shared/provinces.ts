export type ProvinceKind = 'tỉnh' | 'thành phố'
type FormerUnit = readonly [code: string, name: string, kind: ProvinceKind, validUntil?: string]
type Unit = { code: string; name: string; kind: ProvinceKind; former: readonly FormerUnit[] }

/** 63 units became 34 on this day (Resolution 202/2025/QH15); codes by Decision 19/2025/QĐ-TTg. */
export const unitsValidFrom = '2025-07-01'
export const formerUnitsValidUntil = '2025-06-30'
/** Resolution 30/2026/QH16. */
export const dongNaiCityFrom = '2026-04-30'

const t = 'tỉnh'
const tp = 'thành phố'

/** Several units carry the code of a neighbour that joined them (15, 24, 44, 52, 80, 82, 91): never match by name. */
export const units: readonly Unit[] = [
  { code: '01', name: 'Hà Nội', kind: tp, former: [['01', 'Hà Nội', tp]] },
  { code: '04', name: 'Cao Bằng', kind: t, former: [['04', 'Cao Bằng', t]] },
  {
    code: '08',
    name: 'Tuyên Quang',
    kind: t,
    former: [
      ['02', 'Hà Giang', t],
      ['08', 'Tuyên Quang', t],
    ],
  },
  { code: '11', name: 'Điện Biên', kind: t, former: [['11', 'Điện Biên', t]] },
  { code: '12', name: 'Lai Châu', kind: t, former: [['12', 'Lai Châu', t]] },
  { code: '14', name: 'Sơn La', kind: t, former: [['14', 'Sơn La', t]] },
  {
    code: '15',
    name: 'Lào Cai',
    kind: t,
    former: [
      ['10', 'Lào Cai', t],
      ['15', 'Yên Bái', t],
    ],
  },
  {
    code: '19',
    name: 'Thái Nguyên',
    kind: t,
    former: [
      ['06', 'Bắc Kạn', t],
      ['19', 'Thái Nguyên', t],
    ],
  },
  { code: '20', name: 'Lạng Sơn', kind: t, former: [['20', 'Lạng Sơn', t]] },
  { code: '22', name: 'Quảng Ninh', kind: t, former: [['22', 'Quảng Ninh', t]] },
  {
    code: '24',
    name: 'Bắc Ninh',
    kind: t,
    former: [
      ['24', 'Bắc Giang', t],
      ['27', 'Bắc Ninh', t],
    ],
  },
  {
    code: '25',
    name: 'Phú Thọ',
    kind: t,
    former: [
      ['17', 'Hòa Bình', t],
      ['25', 'Phú Thọ', t],
      ['26', 'Vĩnh Phúc', t],
    ],
  },
  {
    code: '31',
    name: 'Hải Phòng',
    kind: tp,
    former: [
      ['30', 'Hải Dương', t],
      ['31', 'Hải Phòng', tp],
    ],
  },
  {
    code: '33',
    name: 'Hưng Yên',
    kind: t,
    former: [
      ['33', 'Hưng Yên', t],
      ['34', 'Thái Bình', t],
    ],
  },
  {
    code: '37',
    name: 'Ninh Bình',
    kind: t,
    former: [
      ['35', 'Hà Nam', t],
      ['36', 'Nam Định', t],
      ['37', 'Ninh Bình', t],
    ],
  },
  { code: '38', name: 'Thanh Hóa', kind: t, former: [['38', 'Thanh Hóa', t]] },
  { code: '40', name: 'Nghệ An', kind: t, former: [['40', 'Nghệ An', t]] },
  { code: '42', name: 'Hà Tĩnh', kind: t, former: [['42', 'Hà Tĩnh', t]] },
  {
    code: '44',
    name: 'Quảng Trị',
    kind: t,
    former: [
      ['44', 'Quảng Bình', t],
      ['45', 'Quảng Trị', t],
    ],
  },
  // Thừa Thiên Huế had been replaced by the city of Huế half a year earlier (Resolution 175/2024/QH15).
  { code: '46', name: 'Huế', kind: tp, former: [['46', 'Thừa Thiên Huế', t, '2024-12-31']] },
  {
    code: '48',
    name: 'Đà Nẵng',
    kind: tp,
    former: [
      ['48', 'Đà Nẵng', tp],
      ['49', 'Quảng Nam', t],
    ],
  },
  {
    code: '51',
    name: 'Quảng Ngãi',
    kind: t,
    former: [
      ['51', 'Quảng Ngãi', t],
      ['62', 'Kon Tum', t],
    ],
  },
  {
    code: '52',
    name: 'Gia Lai',
    kind: t,
    former: [
      ['52', 'Bình Định', t],
      ['64', 'Gia Lai', t],
    ],
  },
  {
    code: '56',
    name: 'Khánh Hòa',
    kind: t,
    former: [
      ['56', 'Khánh Hòa', t],
      ['58', 'Ninh Thuận', t],
    ],
  },
  {
    code: '66',
    name: 'Đắk Lắk',
    kind: t,
    former: [
      ['54', 'Phú Yên', t],
      ['66', 'Đắk Lắk', t],
    ],
  },
  {
    code: '68',
    name: 'Lâm Đồng',
    kind: t,
    former: [
      ['60', 'Bình Thuận', t],
      ['67', 'Đắk Nông', t],
      ['68', 'Lâm Đồng', t],
    ],
  },
  {
    code: '75',
    name: 'Đồng Nai',
    kind: t,
    former: [
      ['70', 'Bình Phước', t],
      ['75', 'Đồng Nai', t],
    ],
  },
  {
    code: '79',
    name: 'Hồ Chí Minh',
    kind: tp,
    former: [
      ['74', 'Bình Dương', t],
      ['77', 'Bà Rịa - Vũng Tàu', t],
      ['79', 'Hồ Chí Minh', tp],
    ],
  },
  {
    code: '80',
    name: 'Tây Ninh',
    kind: t,
    former: [
      ['72', 'Tây Ninh', t],
      ['80', 'Long An', t],
    ],
  },
  {
    code: '82',
    name: 'Đồng Tháp',
    kind: t,
    former: [
      ['82', 'Tiền Giang', t],
      ['87', 'Đồng Tháp', t],
    ],
  },
  {
    code: '86',
    name: 'Vĩnh Long',
    kind: t,
    former: [
      ['83', 'Bến Tre', t],
      ['84', 'Trà Vinh', t],
      ['86', 'Vĩnh Long', t],
    ],
  },
  {
    code: '91',
    name: 'An Giang',
    kind: t,
    former: [
      ['89', 'An Giang', t],
      ['91', 'Kiên Giang', t],
    ],
  },
  {
    code: '92',
    name: 'Cần Thơ',
    kind: tp,
    former: [
      ['92', 'Cần Thơ', tp],
      ['93', 'Hậu Giang', t],
      ['94', 'Sóc Trăng', t],
    ],
  },
  {
    code: '96',
    name: 'Cà Mau',
    kind: t,
    former: [
      ['95', 'Bạc Liêu', t],
      ['96', 'Cà Mau', t],
    ],
  },
]
