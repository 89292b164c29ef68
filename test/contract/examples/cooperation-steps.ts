import type { InputOf } from '../../../shared/contract.ts'
import type { SpecOf } from '../../../shared/contracts.ts'
import type { Report } from '../../../shared/cooperation/contract.ts'
import { by, type Given } from '../example.ts'

export const fund = { name: 'Quỹ Châu Á', kind: 'fund', origin: 'foreign', country: 'Hoa Kỳ' } as const
export const funded = by('activities', 'cooperation.addPartner', fund)

export const project: InputOf<SpecOf<'cooperation.addProject'>> = {
  name: 'Sách tiếng Anh',
  partnerIds: [1],
  country: 'Hoa Kỳ',
  startsOn: '2026-01-05',
  endsOn: '2027-12-31',
  currency: 'USD',
  amountMinor: 1_000_000,
  rate: 25_000,
  rateOn: '2026-01-05',
}
export const projectRuns = by('activities', 'cooperation.addProject', project)

export const agreement: InputOf<SpecOf<'cooperation.addAgreement'>> = {
  name: 'Thỏa thuận chia sẻ tài nguyên',
  kind: 'interconnection',
  partnerIds: [1],
  startsOn: '2025-12-01',
  endsOn: '2026-12-01',
}
export const agreed = by('activities', 'cooperation.addAgreement', agreement)

export const delegation: InputOf<SpecOf<'cooperation.addDelegation'>> = {
  direction: 'out',
  programme: 'Học tập thư viện số',
  country: 'Lào',
  startsOn: '2026-10-01',
  endsOn: '2026-10-05',
  leaders: 1,
  librarians: 4,
  people: 'Nguyễn Văn Kín',
}
export const travelled = by('activities', 'cooperation.addDelegation', delegation)

export const fee = { year: 2026, paidMinor: 10_000, paidOn: '2026-02-01' }
export const membership: InputOf<SpecOf<'cooperation.addMembership'>> = {
  body: 'CONSAL',
  since: '2015-01-01',
  currency: 'USD',
  feeMinor: 10_000,
  fees: [fee],
}
export const joined = by('activities', 'cooperation.addMembership', membership)

export const gift: InputOf<SpecOf<'cooperation.addGift'>> = {
  kind: 'money',
  what: 'Hỗ trợ ngày hội sách',
  receivedOn: '2026-10-10',
  partnerId: 1,
  amountMinor: 5_000_000,
}
export const given = by('activities', 'cooperation.addGift', gift)
const voucher = { number: 'BT-01', receivedOn: '2026-10-10', supplier: 'Quỹ Châu Á' } as const
export const donated = by('cataloguer', 'copies.addVoucher', { ...voucher, source: 'donation' })
export const bought = by('cataloguer', 'copies.addVoucher', { ...voucher, source: 'purchase' })
export const books: InputOf<SpecOf<'cooperation.addGift'>> = {
  kind: 'books',
  what: 'Sách tiếng Anh',
  receivedOn: '2026-10-10',
  valueBasis: 'unknown',
  voucherId: 1,
}
export const booksGiven = by('activities', 'cooperation.addGift', books)

export const reportMade = by('activities', 'cooperation.makeYearReport', { year: 2026 })
/** The doors are tried on the day that it is; a report is sent on the day it was made. */
export const onItsDay = ({ values }: Given) => ({ id: 1, sentOn: (values[0] as Report).madeOn })
export const reportSent = by('activities', 'cooperation.recordSending', onItsDay)
