import i18next from 'i18next'
import { beforeAll, expect, test } from 'vitest'
import * as z from 'zod'
import { requiredText, text } from '../../shared/fields.ts'
import ui from '../../shared/locales/vi/ui.json' with { type: 'json' }
import { schemaResolver } from './Form.tsx'

const Values = z.object({ name: requiredText(10), note: text(5), year: z.int().max(2100) })
type Values = z.output<typeof Values>
const right: Values = { name: 'Số đỏ', note: '', year: 1936 }
const options = { fields: {}, shouldUseNativeValidation: false }

async function messages(values: Values, check?: (values: Values) => { note?: string }) {
  const { errors } = await schemaResolver(Values, check)(values, undefined, options)
  return Object.fromEntries(Object.entries(errors).map(([name, error]) => [name, error?.message]))
}

beforeAll(() => i18next.init({ lng: 'vi', resources: { vi: { translation: { ui } } } }))

test.each([
  [11, '11'],
  [1400, '1.400'],
])('a text of %i characters is told its length and what the box takes', async (length, written) => {
  expect(await messages({ ...right, name: 'a'.repeat(length) })).toEqual({
    name: `Nội dung dài ${written} ký tự, quá mức 10 của ô này. Hãy rút gọn.`,
  })
})

test('a number that is too big keeps its own sentence', async () => {
  expect(await messages({ ...right, year: 2200 })).toEqual({ year: 'too_big' })
})

test('all that is wrong is marked at once: what the schema finds and what the form checks', async () => {
  const check = () => ({ note: 'sai số kiểm tra' })
  expect(await messages({ ...right, name: ' ' }, check)).toEqual({
    name: 'required',
    note: 'sai số kiểm tra',
  })
  expect(await messages(right, check)).toEqual({ note: 'sai số kiểm tra' })
  expect(await messages(right)).toEqual({})
})
