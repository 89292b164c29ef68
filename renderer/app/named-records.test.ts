import { expect, test } from 'vitest'
import { namedRecords } from './named-records.ts'

const all = Array.from({ length: 20 }, (_, at) => ({
  id: at,
  text: `Kiểm kê kho đọc ${2000 + at}`,
  hint: 'Cơ sở 1',
  to: `/stocktake/${at}`,
}))

test('records are found by all words of their name, without marks and in any order', () => {
  expect(namedRecords('stocktake', all, '2003 kiem').map(({ key }) => key)).toEqual(['stocktake-3'])
  expect(namedRecords('stocktake', all, 'co so kho')).toHaveLength(8)
  expect(namedRecords('stocktake', all, 'thanh lọc')).toEqual([])
})
