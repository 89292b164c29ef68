import { afterEach, beforeEach, expect, it } from 'vitest'
import { partOf } from '../../test/documents/zip.ts'
import {
  codeOf,
  openTestEngine,
  testFolder,
  testPassword,
  valueOf,
  type Person,
  type TestEngine,
} from '../../test/support/engine.ts'
import { fileFrom, signQuarter, summer } from '../../test/support/signed.ts'

let test: TestEngine
let preparer: Person
let director: Person
beforeEach(async () => {
  test = await openTestEngine({ dataDir: testFolder() })
  preparer = await test.as('activities')
  director = await test.as('director')
})
afterEach(async () => {
  expect(test.faults).toEqual([])
  await test.close()
})

async function holdUnproved(on: string, name = 'Triển lãm') {
  const activity = { name, typeCode: 'E01', state: 'done' as const, sessions: [{ on, attended: 50 }] }
  return valueOf(await preparer.client.activities.add({ ...activity, accepted: ['sessions_overlap'] }))
}
const asked = async (id: number) => valueOf(await director.client.reports.period({ id })).doubts

it('an answer holds until its numbers change, is printed, and stays as it was signed', async () => {
  await holdUnproved('2026-08-01')
  const { reports } = preparer.client
  const { id } = valueOf(await reports.openPeriod(summer))
  const [doubt] = await asked(id)
  expect(doubt).toMatchObject({ rule: 'proof_missing', details: { count: 1 }, explanation: null })
  const { rule, code, details } = doubt ?? expect.unreachable('nothing is asked')
  valueOf(await reports.explainDoubt({ id, rule, code, details, text: 'Ảnh hỏng.' }))
  expect(await asked(id)).toMatchObject([{ explanation: { text: 'Ảnh hỏng.', isCurrent: true } }])

  const second = await holdUnproved('2026-08-02')
  expect(await asked(id)).toMatchObject([
    { details: { count: 2 }, explanation: { text: 'Ảnh hỏng.', isCurrent: false } },
  ])
  expect(codeOf(await reports.check({ id, rev: 1, password: testPassword }))).toBe('unexplained')
  valueOf(await preparer.client.activities.remove({ id: second.id, rev: second.rev }))
  const checked = valueOf(await reports.check({ id, rev: 1, password: testPassword }))
  valueOf(await director.client.reports.sign({ id, rev: checked.rev, password: testPassword }))
  const { bytes } = await fileFrom(test, director, 'reports.produce', { id, format: 'docx' })
  expect(partOf(bytes, 'word/document.xml')).toContain('Lý do: Ảnh hỏng.')

  await holdUnproved('2026-08-03')
  expect(await asked(id)).toMatchObject([{ details: { count: 1 }, explanation: { text: 'Ảnh hỏng.' } }])
  expect(codeOf(await reports.explainDoubt({ id, rule, code, details, text: 'Khác' }))).toBe('wrong_state')
})

it('what is written into a signed quarter shows in the stock of the next', async () => {
  const cataloguer = await test.as('cataloguer')
  const { catalogue, copies } = cataloguer.client
  const { id: titleId } = valueOf(await catalogue.addTitle({ title: 'Một' }))
  const series = valueOf(await copies.addSeries({ name: 'Sách', prefix: 'VN' }))
  const line = { titleId, seriesId: series.id, siteId: 1, storeId: 1 }
  const bring = async (number: string, receivedOn: string, count: number) => {
    const { id: voucherId } = valueOf(await copies.addVoucher({ number, receivedOn, source: 'purchase' }))
    const rows = Array.from({ length: count }, () => line)
    valueOf(await copies.accession({ voucherId, copies: rows }))
  }
  await bring('1', '2026-05-01', 30)
  await signQuarter(test, { period: '2026-Q2' })
  await bring('2', '2026-06-01', 5)
  const { id } = valueOf(await preparer.client.reports.openPeriod(summer))
  const doubts = await asked(id)
  expect(doubts.find(({ rule }) => rule === 'stock_unbalanced')).toMatchObject({
    details: { before: 30, came: 0, went: 0, expected: 30, value: 35 },
  })
})
