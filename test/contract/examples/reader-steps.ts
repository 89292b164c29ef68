import type { ReaderSettings } from '../../../shared/readers/contract.ts'
import { by } from '../example.ts'
import { entered, stocked } from './copy-steps.ts'

export const settings: Omit<ReaderSettings, 'rev'> = {
  mode: 'loans',
  cardPrefix: 'BD',
  cardDigits: 6,
  cardMonths: 12,
  days: 14,
  copies: 1,
  renewals: 1,
  exceptions: [],
  keptClasses: ['rare'],
}
export const consent = { givenBy: 'reader', form: 'paper', givenOn: '2020-02-01' } as const
export const person = { name: 'Nguyễn Thị Ân', groupId: 2, phone: '0912 345 678' } as const

export const lending = by('administrator', 'readers.setSettings', { ...settings, rev: 1 })
export const issued = by('desk', 'readers.addReader', { ...person, consents: [consent] })
/** Two copies, VN.000001 with a barcode and VN.000002; one reader, whose card is BD000001. */
export const ready = [...stocked, entered, lending, issued]
export const first = { code: 'VN.000001', siteId: 1 } as const
export const lent = by('desk', 'readers.scan', { ...first, readerId: 1 })
export const suspended = by('desk', 'readers.suspend', { id: 1, rev: 1, reason: 'Làm rách sách' })
export const replaced = by('desk', 'readers.replaceCard', { id: 1, rev: 1, endedFor: 'lost' })
/** What only years bring about. */
export const expiry = "update readerCard set expiresOn = '2020-01-01'"
export const overdue = "update loan set dueOn = '2020-03-01'"
