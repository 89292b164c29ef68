import { expect, test } from 'vitest'
import { byGivenName } from './by-given-name.ts'

test('people are listed by given name in Vietnamese order, then by family name', () => {
  const names = ['Trần An', 'Hoàng Văn Đức', 'Lê Quang Minh', 'Đỗ Mai Anh', 'Lê An', 'Vũ Dung']
  expect(byGivenName(names.map((name) => ({ name }))).map(({ name }) => name)).toEqual([
    'Lê An',
    'Trần An',
    'Đỗ Mai Anh',
    'Vũ Dung',
    'Hoàng Văn Đức',
    'Lê Quang Minh',
  ])
})
