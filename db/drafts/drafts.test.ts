import { afterEach, beforeEach, expect, it } from 'vitest'
import { codeOf, openTestEngine, valueOf, type Person, type TestEngine } from '../../test/support/engine.ts'

let test: TestEngine
let cataloguer: Person
const form = 'catalogue/title/new'

beforeEach(async () => {
  test = await openTestEngine()
  cataloguer = await test.as('cataloguer')
})
afterEach(async () => {
  expect(test.faults).toEqual([])
  await test.close()
})

const save = (values: unknown, to = form) => cataloguer.call('drafts.save', { form: to, values })
const draftOf = async (person: Person) => valueOf(await person.client.drafts.draft({ form }))

it('gives back what was typed, of whatever shape', async () => {
  for (const values of [{ title: 'Đang gõ', years: [1, null, { x: true }] }, 'chữ', 0, null, []]) {
    valueOf(await save(values))
    expect(await draftOf(cataloguer)).toEqual({ form, values, savedAt: '2026-11-10T02:00:00.000Z' })
  }
})

it('belongs to one person', async () => {
  const desk = await test.as('desk')
  valueOf(await save('của tôi'))
  valueOf(await desk.client.drafts.save({ form, values: 'của bàn mượn' }))
  expect((await draftOf(cataloguer))?.values).toBe('của tôi')
  expect((await draftOf(desk))?.values).toBe('của bàn mượn')
  valueOf(await desk.client.drafts.discard({ form }))
  expect(await draftOf(desk)).toBeNull()
  expect((await draftOf(cataloguer))?.values).toBe('của tôi')
})

it('lists the newest first, without what is in them', async () => {
  valueOf(await save(1, 'a'))
  test.clock.nowMs += 1000
  valueOf(await save(2, 'b'))
  test.clock.nowMs += 1000
  valueOf(await save(3, 'a'))
  expect(valueOf(await cataloguer.client.drafts.list({}))).toEqual([
    { form: 'a', savedAt: '2026-11-10T02:00:02.000Z' },
    { form: 'b', savedAt: '2026-11-10T02:00:01.000Z' },
  ])
})

it('is no part of the history: neither saving nor discarding is an entry', async () => {
  const { raw } = test.engine.connection
  const counted = () =>
    ['journalCommand', 'journalRow'].map((table) =>
      raw.prepare(`select count(*) from ${table}`).pluck().get(),
    )
  const before = counted()
  valueOf(await save('bí mật'))
  valueOf(await cataloguer.client.drafts.discard({ form }))
  expect(counted()).toEqual(before)
})

it('stops at a million characters and keeps the last one that fitted', async () => {
  valueOf(await save('x'.repeat(999_998)))
  expect(codeOf(await save('x'.repeat(999_999)))).toBe('draft_too_large')
  expect((await draftOf(cataloguer))?.values).toHaveLength(999_998)
})

it('takes no name that is a path out of anywhere odd', async () => {
  for (const odd of ['', 'a b', 'a"b', 'x'.repeat(121)])
    expect(codeOf(await save(1, odd))).toBe('invalid_input')
})
