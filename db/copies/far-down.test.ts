import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CopyFilters } from '../../shared/copies/contract.ts'
import {
  finishedJob,
  openTestEngine,
  valueOf,
  type Person,
  type TestEngine,
} from '../../test/support/engine.ts'
import { conditionsFor, idsOf, titleOrderOf } from './search.ts'
import { idsFarDown } from './title-order.ts'

let test: TestEngine
let clerk: Person
beforeAll(async () => {
  test = await openTestEngine()
  clerk = await test.as('administrator')
  await finishedJob(clerk, 'demo.fill', { titles: 300, seed: 1 })
})
afterAll(() => test.close())

const filtersTried = [
  {},
  { state: 'all' },
  { material: 'book' },
  { siteId: 2 },
  { asOf: '2015-06-30' },
  { siteId: 1, condition: 'good', asOf: '2015-06-30' },
] as const

describe.each(['title', 'call_number'] as const)('a page far down by %s', (sort) => {
  it.each(filtersTried)('is what a walk along the titles comes to: %o', async (asked) => {
    const { db } = test.engine.connection
    const filters = CopyFilters.parse(asked)
    const conditions = await conditionsFor(db, filters)
    const whole = { filters, sort, limit: 10_000, offset: 0 }
    const walked = (await idsOf(conditions, whole).execute(db)).rows.map(({ id }) => id)
    expect(walked.length).toBeGreaterThan(10)
    const order = titleOrderOf(conditions, whole)
    for (let offset = 0; offset < walked.length + 10; offset += 17) {
      const found = await idsFarDown(db, order, { offset, limit: 20 })
      expect(found.map(({ id }) => id)).toEqual(walked.slice(offset, offset + 20))
    }
  })
})

/** Numbers left out here and there, within a block of a thousand, across its edges, and for several blocks. */
const left = [
  [1, 4],
  [7, 7],
  [990, 1010],
  [2000, 2000],
  [2002, 2002],
  [3500, 7250],
  [9000, 9001],
] as const

it('finds every run of unused numbers among thousands, from any place on', async () => {
  const { raw } = test.engine.connection
  const seriesId = Number(raw.prepare('select seriesId from copy where number = 1').pluck().get())
  const isLeft = (number: number) => left.some(([from, to]) => from <= number && number <= to)
  const series = Number(
    raw
      .prepare(`insert into accessionSeries (name, prefix, digits, materials) values ('Dài', 'D', 6, '[]')`)
      .run().lastInsertRowid,
  )
  const columns = raw
    .prepare(
      `select name from pragma_table_info('copy') where name not in ('id', 'seriesId', 'number', 'accessionNumber', 'barcode')`,
    )
    .pluck()
    .all()
    .join(', ')
  const insert = raw.prepare(`insert into copy (${columns}, seriesId, number, accessionNumber, barcode)
    select ${columns}, ${series}, ?, ?, '' from copy where seriesId = ${seriesId} limit 1`)
  for (let number = 1; number <= 9100; number++) if (!isLeft(number)) insert.run(number, `D${number}`)
  const gaps = async (cursor: string | null, limit: number) =>
    valueOf(await clerk.client.copies.gaps({ seriesId: series, cursor, limit }))
  const all = await gaps(null, 100)
  expect(all.rows.map(({ from, to }) => [from, to])).toEqual(left)
  expect(all.next).toBeNull()
  for (const [at, [, to]] of left.entries()) {
    const rest = (await gaps(String(to), 2)).rows
    expect(rest.map((gap) => [gap.from, gap.to])).toEqual(left.slice(at + 1, at + 3))
  }
})
