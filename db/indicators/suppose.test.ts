import { afterEach, beforeEach, expect, it } from 'vitest'
import {
  openTestEngine,
  testFolder,
  valueOf,
  type Person,
  type TestEngine,
} from '../../test/support/engine.ts'
import { summer } from '../../test/support/signed.ts'

let test: TestEngine
let person: Person
beforeEach(async () => {
  test = await openTestEngine({ dataDir: testFolder() })
  person = await test.as('activities')
})
afterEach(async () => {
  expect(test.faults).toEqual([])
  await test.close()
})

const suppose = async (asked: { choices?: string[]; values?: { measure: string; value: number }[] }) =>
  valueOf(await person.client.indicators.suppose({ ...summer, ...asked }))
const head = () => test.engine.connection.raw.prepare('select max(id) from journalChain').pluck().get()

it('tells what planned activities would make of the figures, and writes nothing', async () => {
  const session = (state: 'planned' | 'held', on: string) => ({ on, state, attended: null })
  const planned = { name: 'Trưng bày', typeCode: 'E01', sessions: [session('planned', '2026-08-01')] }
  const held = { name: 'Đã làm', typeCode: 'E01', sessions: [session('held', '2026-08-02')] }
  for (const each of [planned, held]) valueOf(await person.client.activities.add(each))
  const before = head()
  const { pending, figures } = await suppose({})
  expect(figures).toEqual([])
  expect(pending).toMatchObject([{ choice: 'activities not_held', reason: 'not_held' }])
  const tried = await suppose({ choices: ['activities not_held'] })
  expect(tried.figures.find(({ code }) => code === 'M2c.12a')).toEqual({
    code: 'M2c.12a',
    before: { status: 'known', value: 1 },
    after: { status: 'known', value: 2 },
  })
  expect(head()).toBe(before)
  const { values } = valueOf(await person.client.indicators.list(summer))
  expect(values.find(({ code }) => code === 'M2c.12a')?.value).toBe(1)
})

it('computes every figure anew that rests on a typed value', async () => {
  const { figures } = await suppose({ values: [{ measure: 'copies.held', value: 500 }] })
  expect(figures.map(({ code }) => code)).toEqual(expect.arrayContaining(['g.2', 'M2b.01', 'M2b.05b']))
  expect(figures.find(({ code }) => code === 'M2b.01')?.after).toEqual({ status: 'known', value: 500 })
})
