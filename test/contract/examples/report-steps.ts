import { isoDateAt, quarterOf } from '../../../shared/dates.ts'
import { quarterPeriod } from '../../../shared/periods.ts'
import { testPassword } from '../../support/engine.ts'
import { by } from '../example.ts'

export const spring = { period: '2020-Q1' }
export const thisQuarter = { period: quarterPeriod(quarterOf(isoDateAt(Date.now()))) }
export const opened = by('activities', 'reports.openPeriod', spring)
export const checked = by('activities', 'reports.check', { id: 1, rev: 1, password: testPassword })
const signed = by('director', 'reports.sign', { id: 1, rev: 2, password: testPassword })
export const mistyped = by('director', 'reports.sign', { id: 1, rev: 2, password: 'sai' })
/** Held, and nothing proves it. */
export const unproved = by('activities', 'activities.add', {
  name: 'Triển lãm',
  typeCode: 'E01',
  state: 'done',
  sessions: [{ on: '2020-02-01', attended: 50 }],
})
export const doubt = { rule: 'proof_missing', code: 'M2c.13a', details: { count: 1, people: 50 } } as const
export const explained = by('activities', 'reports.explainDoubt', {
  id: 1,
  ...doubt,
  text: 'Ảnh còn ở máy của khách.',
})
export const remark = by('activities', 'reports.setBlock', {
  id: 1,
  block: 'general',
  rev: 0,
  text: 'Kho đóng cửa hai tuần.',
})
export const signedPeriod = [opened, checked, signed]
/** Recorded late, for a day within the quarter. */
export const written = by('cataloguer', 'catalogue.addTitle', {
  title: 'Sách điện tử',
  material: 'digital',
  digitalOrigin: 'bought',
  addedOn: '2020-02-01',
})
export const again = { id: 1, rev: 3, reason: 'Nhập sót', password: testPassword }
export const restated = by('director', 'reports.restate', again)
export const futureEntry =
  "insert into journalCommand (epochId, at, operation, isBulk) select max(id), '2199-01-01T00:00:00.000Z', 'reports.setBlock', 0 from epoch"
export const addedUnit = by('activities', 'reports.addUnit', { code: 'TV-A', name: 'Thư viện A' })
