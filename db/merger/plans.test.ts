import { sql, type RawBuilder } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { CopyFilters } from '../../shared/copies/contract.ts'
import { openTestEngine, type TestEngine } from '../../test/support/engine.ts'
import { conditionsFor, idsOf } from '../copies/search.ts'
import { copiesWhere } from './former-copies.ts'
import { plannedCopies } from './planned.ts'

let test: TestEngine
beforeAll(async () => {
  test = await openTestEngine()
})
afterAll(() => test.close())

const numbering = { policy: 'prefix', scope: 'clashing', prefix: 'TD-', seriesId: null } as const

async function planOf(query: RawBuilder<unknown>): Promise<string> {
  const { rows } = await sql<{ detail: string }>`explain query plan ${query}`.execute(
    test.engine.connection.db,
  )
  return rows.map(({ detail }) => `${detail}\n`).join('')
}

it('an old number is looked up along its indexes, in a list of copies too', async () => {
  const { db } = test.engine.connection
  const filters = CopyFilters.parse({ text: 'VV000001', state: 'all' })
  const conditions = await conditionsFor(db, filters)
  const plan = await planOf(idsOf(conditions, { filters, sort: 'accession_number', limit: 50, offset: 0 }))
  expect(plan).toContain('formerCopyByNumber')
  expect(plan).toContain('formerCopyByBarcode')
  expect(plan).not.toContain('SCAN formerCopy')
})

it('what was merged is read merger by merger, and its clashes by an index of their own', async () => {
  const planned = await planOf(sql`select count(*) from ${plannedCopies(1, numbering)}`)
  expect(planned).toMatch(/SEARCH former USING INDEX \w+ \(mergerId=\?\)/)
  const clashing = copiesWhere({ id: 1, numbering }, { show: 'clashing', text: '' })
  expect(
    await planOf(sql`select former.id from formerCopy as former where ${clashing} order by former.id`),
  ).toContain('formerCopyClashing')
})
