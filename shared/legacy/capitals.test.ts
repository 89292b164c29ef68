import { expect, it } from 'vitest'
import { decodeText } from './rules.ts'

/** In .VnTimeH the small letters of VN3 were shown as capitals. */
it.each([
  ['§¹I VIÖT Sö Ký TOµN TH¦', 'ĐẠI VIỆT SỬ KÝ TOÀN THƯ'],
  ['Hå CHÝ MINH', 'HỒ CHÍ MINH'],
  ['¸O DµI ë HUÕ', 'ÁO DÀI Ở HUẾ'],
  ['T¹ V¡N T¢M', 'TẠ VĂN TÂM'],
  ['HOµNG; Vò GIA ANH', 'HOÀNG; VŨ GIA ANH'],
  ['§¹i ViÖt: LÞCH Sö', 'Đại Việt: LỊCH SỬ'],
])('%s', (shown, text) => {
  expect(decodeText(shown, 'tcvn3')).toBe(text)
})

it.each([
  ['NXB Hµ Néi', 'NXB Hà Nội'],
  ['GS. TSKH. Lª V¨n Hå', 'GS. TSKH. Lê Văn Hồ'],
  ['UBND tØnh Hµ Giang, §¶ng CSVN', 'UBND tỉnh Hà Giang, Đảng CSVN'],
  ['®¹i häc', 'đại học'],
  ['PhÇn I: ë Lý S¬n', 'Phần I: ở Lý Sơn'],
  ['NSƯT Hµ', 'NSƯT Hà'],
])('stays small: %s', (shown, text) => {
  expect(decodeText(shown, 'tcvn3')).toBe(text)
})
