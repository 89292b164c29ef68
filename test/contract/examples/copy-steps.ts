import { by } from '../example.ts'

export const voucherFields = {
  number: 'CT-01',
  receivedOn: '2020-03-01',
  source: 'purchase',
  supplier: 'Công ty Phát hành sách',
} as const
export const line = { titleId: 1, seriesId: 1, siteId: 1, storeId: 1 }
export const withdrawalFields = {
  decisionNumber: '12/QĐ-TV',
  decidedOn: '2020-05-20',
  withdrawnOn: '2020-06-01',
  ground: 'damaged',
} as const
export const inStore = { copyIds: [1, 2], siteId: 1, storeId: 1, movedOn: '2020-05-01' }

/** A title, a series of numbers and an open delivery. */
export const stocked = [
  by('cataloguer', 'catalogue.addTitle', { title: 'Dế Mèn' }),
  by('cataloguer', 'copies.addSeries', { name: 'Sách', prefix: 'VN.' }),
  by('cataloguer', 'copies.addVoucher', voucherFields),
]
export const entered = by('cataloguer', 'copies.accession', {
  voucherId: 1,
  copies: [{ ...line, barcode: '893001', priceMinor: 12_000 }, line],
})
export const completed = by('cataloguer', 'copies.completeVoucher', { id: 1, rev: 1 })
export const closed = [
  ...stocked,
  entered,
  completed,
  by('cataloguer', 'registers.closeYear', { year: 2020 }),
]
export const withdrawn = by('cataloguer', 'copies.withdraw', {
  ...withdrawalFields,
  copyIds: [1],
  isAboveLimitMeant: true,
})
export const cancelled = by('cataloguer', 'copies.cancelCopies', { copyIds: [1], reason: 'Ghi nhầm' })
export const away = by('cataloguer', 'copies.setStatus', { copyIds: [1], status: 'on_loan' })
export const secondSite = by('cataloguer', 'copies.addSite', { name: 'Cơ sở 2' })
export const secondSeries = by('cataloguer', 'copies.addSeries', { name: 'Bản đồ', prefix: 'BĐ' })
