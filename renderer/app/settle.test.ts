import { createFormControl } from 'react-hook-form'
import { expect, test } from 'vitest'
import { settle } from './settle.ts'

type Values = { note: string; rows: string[] }

function typedForm() {
  const form = createFormControl<Values>({ defaultValues: { note: '', rows: [] } })
  // As `useForm` does; before, a form shows only what it began with.
  form.control._state.mount = true
  const writes: string[] = []
  form.watch((_, { name }) => {
    if (name !== undefined) writes.push(name)
  })
  form.setValue('rows', ['a', 'b'])
  writes.length = 0
  return { form, writes, sent: structuredClone(form.getValues()) }
}
const saved = { note: '', rows: [] }

test('where nothing was typed meanwhile, the form begins anew and its draft is gone', async () => {
  const { form, writes, sent } = typedForm()
  expect(await settle(form, { finish: async () => {} }, { sent, saved, unsaved: (now) => now })).toBe(false)
  expect(form.getValues()).toEqual(saved)
  expect(writes).toEqual([])
})

test('what was typed until the draft was gone stays, as a change that makes a draft again', async () => {
  const { form, writes, sent } = typedForm()
  const draft = {
    async finish() {
      form.setValue('rows', ['a', 'b', 'c'])
      writes.length = 0
    },
  }
  const unsaved = (now: Values) => ({ ...now, rows: now.rows.slice(sent.rows.length) })
  expect(await settle(form, draft, { sent, saved, unsaved })).toBe(true)
  expect(form.getValues()).toEqual({ note: '', rows: ['c'] })
  expect(writes).toContain('rows')
  form.reset()
  expect(form.getValues()).toEqual(saved)
})
