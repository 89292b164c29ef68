import fc from 'fast-check'
import { expect, it } from 'vitest'
import { cellsOf, valuesOf, type ValueColumn } from './entry-values.ts'
import { numberStyle } from './numbers.ts'

const style = numberStyle('vi')
const columns: ValueColumn[] = [
  { key: 'on', kind: 'date', label: 'Ngày', widthPx: 1, isRequired: true },
  { key: 'name', kind: 'text', label: 'Tên', widthPx: 1 },
  { key: 'amount', kind: 'number', label: 'Số', widthPx: 1 },
  { key: 'people', kind: 'number', isWhole: true, label: 'Người', widthPx: 1 },
  { key: 'kind', kind: 'choice', label: 'Loại', widthPx: 1, options: [{ value: 'a', label: 'A' }] },
  {
    key: 'siteId',
    kind: 'numberedChoice',
    label: 'Cơ sở',
    widthPx: 1,
    options: [{ value: '7', label: 'B' }],
  },
]

const row = fc.record({
  id: fc.option(fc.integer({ min: 1, max: 9 })),
  on: fc.integer({ min: 1, max: 28 }).map((day) => `2026-02-${String(day).padStart(2, '0')}`),
  name: fc.stringMatching(/^[a-zđ]{0,9}$/),
  amount: fc.option(fc.nat(9_999_999).map((hundredths) => hundredths / 100)),
  people: fc.option(fc.nat(9_999_999)),
  kind: fc.constant('a'),
  siteId: fc.option(fc.constant(7)),
})

it('what is written into cells is read from them again', () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 5 }), (rows) => {
      expect(valuesOf(cellsOf(rows, columns, style), columns, style)).toEqual({ values: rows, problems: [] })
    }),
  )
})

it('a row nobody has written into is none, one that was begun says what it lacks', () => {
  const blank = { id: '', on: '', name: '', amount: '', people: '', kind: 'a', siteId: '' }
  expect(valuesOf([blank], columns, style)).toEqual({ values: [], problems: [] })
  expect(valuesOf([{ ...blank, name: 'Kho' }], columns, style).problems).toEqual([
    { row: 0, key: 'on', code: 'required' },
  ])
})

it('says which cells mean nothing', () => {
  const wrong = { id: '', on: '31/02/2026', name: '', amount: '1.2', people: '1,5', kind: 'b', siteId: '8' }
  const { problems } = valuesOf([wrong], columns, style)
  expect(problems.map(({ key, code }) => `${key} ${code}`)).toEqual([
    'on not_a_date',
    'amount not_a_number',
    'people not_a_number',
    'kind invalid_value',
    'siteId invalid_value',
  ])
})

it('a value that was there from the beginning begins no row', () => {
  const usual: ValueColumn[] = columns.map((column) =>
    column.key === 'on' ? { ...column, isUsual: true } : column,
  )
  const begun = { id: '', on: '01/01/2026', name: '', amount: '', people: '', kind: 'a', siteId: '' }
  expect(valuesOf([begun], usual, style).values).toEqual([])
  expect(valuesOf([begun], columns, style).values).toHaveLength(1)
})
