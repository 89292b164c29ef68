import { afterEach, beforeEach, expect, it } from 'vitest'
import { indicatorList } from '../../shared/indicators/formulas.ts'
import { codeOf, openTestEngine, valueOf, type TestEngine } from '../../test/support/engine.ts'
import { signQuarter, summer } from '../../test/support/signed.ts'
import { frozenValues } from './index.ts'

let test: TestEngine
beforeEach(async () => {
  test = await openTestEngine()
})
afterEach(async () => {
  expect(test.faults).toEqual([])
  await test.close()
})

it('the rows behind a figure are paged through once, signed or not', async () => {
  const cataloguer = await test.as('cataloguer')
  const titles = ['Một', 'Hai', 'Ba', 'Bốn', 'Năm']
  for (const title of titles)
    valueOf(await cataloguer.client.catalogue.addTitle({ title, addedOn: '2026-08-01' }))
  for (const isFrozen of [false, true]) {
    if (isFrozen) await signQuarter(test)
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const question = { code: 'M2b.02', ...summer, cursor, limit: 2 }
      const page: { rows: { label: string }[]; next: string | null; isFrozen: boolean } = valueOf(
        await cataloguer.client.indicators.explain(question),
      )
      expect(page.isFrozen).toBe(isFrozen)
      seen.push(...page.rows.map(({ label }) => label))
      cursor = page.next
    } while (cursor)
    expect(seen).toEqual(titles)
  }
})

it.each(['Nguyen Van A', 'NaN', '-1', '1.5', '{}', ''])(
  'the rows behind a figure do not go on from %j',
  async (cursor) => {
    const reader = await test.as('reader')
    const question = { code: 'M2b.02', ...summer, cursor }
    expect(codeOf(await reader.client.indicators.explain(question))).toBe('invalid_input')
  },
)

it('signed figures stand in the order of the catalogue of indicators, unknown ones after them', async () => {
  const { id } = await signQuarter(test)
  const { raw, db } = test.engine.connection
  raw.exec(
    `insert into figure (periodId, code, version, status, value, parameters, rowSet)
     select periodId, 'A0', version, status, value, parameters, rowSet from figure where code = 'M2b.02'`,
  )
  const codes = (await frozenValues(db, id)).map(({ code }) => code)
  expect(codes).toEqual([...indicatorList.map(({ code }) => code), 'A0'])
})
