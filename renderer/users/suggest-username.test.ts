import { expect, test } from 'vitest'
import { suggestUsername } from './suggest-username.ts'

test('a user name is the given name and the initials of the others, without marks', () => {
  expect(suggestUsername('Nguyễn Thị Hoa')).toBe('hoa.nt')
  expect(suggestUsername('Đỗ Đức')).toBe('duc.d')
  expect(suggestUsername('  Hiền ')).toBe('hien')
})

test('it fits what the engine takes, whatever the name', () => {
  for (const name of ['Lê Thị Thanh Tú', 'Y Moan Ênuôl', 'H’Hen Niê', 'Trần '.repeat(40)]) {
    expect(suggestUsername(name), name).toMatch(/^[a-z0-9][a-z0-9._-]{1,31}$/)
  }
})
