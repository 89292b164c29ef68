import { expect, it } from 'vitest'
import { openTestEngine, valueOf } from '../test/support/engine.ts'

it('a command without an entry that writes a journaled table is undone and told to us', async () => {
  const test = await openTestEngine()
  const cataloguer = await test.as('cataloguer')
  const { id } = valueOf(await cataloguer.client.catalogue.addTitle({ title: 'Như cũ' }))
  const { raw } = test.engine.connection
  raw.exec(`create trigger stray after insert on draft begin update title set note = 'lạc'; end`)
  const save = () => cataloguer.client.drafts.save({ form: 'catalogue.title', values: {} })
  expect(await save()).toEqual({ ok: false, error: { code: 'internal', details: { logId: 'test' } } })
  expect(test.faults).toMatchObject([{ message: expect.stringContaining('not journaled') }])
  expect(raw.prepare('select count(*) from draft').pluck().get()).toBe(0)
  expect(valueOf(await cataloguer.client.catalogue.title({ id })).note).toBe('')
  raw.exec('drop trigger stray')
  expect((await save()).ok).toBe(true)
  await test.close()
})
