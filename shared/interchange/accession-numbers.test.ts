import fc from 'fast-check'
import { expect, test } from 'vitest'
import { numbersIn } from './accession-numbers.ts'

test.each([
  ['VN1001', ['VN1001']],
  ['VN1001, VN1002; VN1005\nVN1007', ['VN1001', 'VN1002', 'VN1005', 'VN1007']],
  ['VN1001-VN1003', ['VN1001', 'VN1002', 'VN1003']],
  ['1001–1003', ['1001', '1002', '1003']],
  ['từ 1001 đến 1003', ['1001', '1002', '1003']],
  ['VN0009 - 0011', ['VN0009', 'VN0010', 'VN0011']],
  ['998-1001', ['998', '999', '1000', '1001']],
  ['VN1001, 1002', ['VN1001', 'VN1002']],
  ['VN1001 VN1002', ['VN1001', 'VN1002']],
  ['VN 1001', ['VN 1001']],
  ['VN-1001', ['VN-1001']],
  ['2003-0012', ['2003-0012']],
  ['2003-0012-0014', ['2003-0012', '2003-0013', '2003-0014']],
  ['V-D0/01234 - V-D0/01235', ['V-D0/01234', 'V-D0/01235']],
  ['(3): VM1001-3', ['VM1001', 'VM1002', 'VM1003']],
  ['(4): VM1001-3, VM1010', ['VM1001', 'VM1002', 'VM1003', 'VM1010']],
  ['(1): VM1001-3', ['VM1001-3']],
])('%j names %j', (text, numbers) => {
  const list = numbersIn(text)
  expect(list.numbers).toEqual(numbers)
  expect(list).toMatchObject({ twice: [], isTooLong: false })
})

test.each(['VM1001-3', 'VN1001-VV1010', 'VN12345, 46', 'VN1001 (mất)', '(9): VM1001'])(
  '%j is not plain',
  (text) => expect(numbersIn(text).unclear).not.toEqual([]),
)

test('a number named twice is one copy', () => {
  expect(numbersIn('VN1, VN1, VN2')).toMatchObject({ numbers: ['VN1', 'VN2'], twice: ['VN1'] })
})

test('a run longer than a row can be stays as it is written', () => {
  expect(numbersIn('1-5000')).toEqual({ numbers: ['1-5000'], unclear: [], twice: [], isTooLong: true })
  expect(numbersIn('1-1000').numbers).toHaveLength(1000)
})

test('every run that is written is read', () => {
  const run = fc.record({
    prefix: fc.constantFrom('', 'VN', 'KM.', 'D ', 'V-D0/'),
    digits: fc.integer({ min: 4, max: 8 }),
    from: fc.integer({ min: 1, max: 9000 }),
    count: fc.integer({ min: 1, max: 300 }),
  })
  fc.assert(
    fc.property(run, ({ prefix, digits, from, count }) => {
      const number = (value: number) => prefix + String(value).padStart(digits, '0')
      const numbers = Array.from({ length: count }, (_, at) => number(from + at))
      expect(numbersIn(`${number(from)}-${number(from + count - 1)}`).numbers).toEqual(numbers)
      expect(numbersIn(numbers.join(', ')).numbers).toEqual(numbers)
    }),
  )
})
