import { expect, test } from 'vitest'
import { emptyRecord } from '../../shared/catalogue/rules.ts'
import type { MarcField } from '../../shared/catalogue/contract.ts'
import { beginningFrom, borrowedOf } from './new-title.ts'

const data = (tag: string, ...subfields: [string, string][]): MarcField => ({
  tag,
  indicators: '  ',
  subfields,
})
const foreign = {
  ...emptyRecord('book', '2026-11-29'),
  fields: [
    { tag: '001', value: 'vn0012' },
    { tag: '003', value: 'TVQG' },
    ...emptyRecord('book', '2026-11-29').fields,
    data('020', ['a', '9786040000019']),
    data('245', ['a', 'Truyện Kiều']),
    data('852', ['b', 'Kho đọc']),
    data('952', ['p', 'KD1']),
  ],
}

test('a record of another library leaves its copies behind, and its number as a note of where it came from', () => {
  const { fields } = borrowedOf(foreign)
  const tags = fields.map(({ tag }) => tag)
  expect(tags.filter((tag) => ['001', '003', '852', '952'].includes(tag))).toEqual([])
  expect(fields.find(({ tag }) => tag === '035')).toEqual(data('035', ['a', '(TVQG)vn0012']))
})

test('a new title begun from it has what the form shows of it', () => {
  expect(beginningFrom(foreign)).toMatchObject({
    title: 'Truyện Kiều',
    isbn: '9786040000019',
    material: 'book',
  })
})
