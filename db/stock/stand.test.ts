import { afterEach, beforeEach, expect, it } from 'vitest'
import { openTestEngine, valueOf, type Person, type TestEngine } from '../../test/support/engine.ts'
import { writeHistory } from '../../test/support/history.ts'
import { openingLeftOver, openingOn, sumOf } from './opening.ts'
import { lastMove } from './stand.ts'

let test: TestEngine
let clerk: Person

beforeEach(async () => {
  test = await openTestEngine()
  clerk = await test.as('cataloguer')
})
afterEach(async () => {
  expect(test.faults).toEqual([])
  await test.close()
})

const moved = () => lastMove(test.engine.connection.db)
const begun = () => clerk.client.copies.addSeries({ name: 'Sách', prefix: 'VN' })

it('what moves no figure of the stock leaves it as it stood', async () => {
  valueOf(await clerk.client.catalogue.addTitle({ title: 'Tắt đèn' }))
  const before = await moved()
  valueOf(await begun())
  valueOf(await clerk.client.copies.addSite({ name: 'Cơ sở 2' }))
  expect(await moved()).toBe(before)
})

it('titles, deliveries, copies and balances move it, and so may a bulk command', async () => {
  valueOf(await begun())
  const stands = [await moved()]
  const titleId = valueOf(await clerk.client.catalogue.addTitle({ title: 'Tắt đèn' })).id
  stands.push(await moved())
  const voucher = { number: '1', receivedOn: '2026-05-01', source: 'purchase' } as const
  const { id: voucherId } = valueOf(await clerk.client.copies.addVoucher(voucher))
  stands.push(await moved())
  const lines = [{ titleId, seriesId: 1, siteId: 1 }]
  valueOf(await clerk.client.copies.accession({ voucherId, copies: lines }))
  stands.push(await moved())
  const { version } = valueOf(await clerk.client.stock.opening({}))
  const rows = [{ siteId: 1, titles: 1, copies: 2 }]
  valueOf(await clerk.client.stock.setOpening({ asOf: '2026-01-01', version, rows }))
  stands.push(await moved())
  const { raw } = test.engine.connection
  raw.exec(`insert into journalCommand (epochId, at, operation, isBulk)
    select epochId, at, 'catalogue.importTitles', 1 from journalCommand limit 1`)
  stands.push(await moved())
  expect(stands.every((stand, at) => at === 0 || stand > (stands[at - 1] ?? 0))).toBe(true)
})

it('the last move is found from the newest command backwards', () => {
  const plan = test.engine.connection.raw
    .prepare(
      `explain query plan select commandId from journalRow where +tableName in ('title', 'copy')
      order by commandId desc limit 1`,
    )
    .all() as { detail: string }[]
  expect(plan.map(({ detail }) => detail).join()).toMatch(/INDEX journalRowByCommand/)
})

it.each([1, 2, 3])('the balances left over many days are those of each day (%i)', async (seed) => {
  const days = await writeHistory(test, seed)
  const { db } = test.engine.connection
  const each = []
  for (const day of days) each.push(sumOf(await openingOn(db, day), ({ remaining }) => remaining))
  expect(await openingLeftOver(db, days)).toEqual(each)
  expect(each.some((left) => left > 0)).toBe(true)
})
