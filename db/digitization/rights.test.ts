import { afterEach, beforeEach, expect, it } from 'vitest'
import { openTestEngine, valueOf, type TestEngine } from '../../test/support/engine.ts'
import { requireRights } from './index.ts'

let test: TestEngine
let titleId = 0

beforeEach(async () => {
  test = await openTestEngine()
  const { client } = await test.as('cataloguer')
  titleId = valueOf(await client.catalogue.addTitle({ title: 'Thanh Hóa chư thần lục' })).id
})
afterEach(async () => {
  expect(test.faults).toEqual([])
  await test.close()
})

function decide(decidedOn: string, status: string, expiresOn: string | null = null): void {
  test.engine.connection.raw
    .prepare(
      `insert into digitizationRights (titleId, status, basis, evidence, decidedOn, decidedBy, expiresOn, createdAt)
       values (?, ?, 'Luật', 'Công văn 1', ?, 'Lê Văn A', ?, '')`,
    )
    .run(titleId, status, decidedOn, expiresOn)
}
const statusOn = async (on: string) =>
  (await requireRights(test.engine.connection.db, titleId, on))?.status ?? null

it('rights are what was decided last by that day, and unknown again once that has run out', async () => {
  expect(await statusOn('2026-11-10')).toBeNull()
  decide('2026-01-05', 'public_domain')
  decide('2026-03-01', 'licensed', '2026-06-30')
  expect(await statusOn('2026-01-04')).toBeNull()
  expect(await statusOn('2026-02-28')).toBe('public_domain')
  expect(await statusOn('2026-06-30')).toBe('licensed')
  expect(await statusOn('2026-07-01')).toBeNull()
})
