import { expect, test } from 'vitest'
import { emptyRecord, withForm } from '../../shared/catalogue/rules.ts'
import type { MarcField } from '../../shared/catalogue/contract.ts'
import { beginningFrom, beginningOf, borrowedOf, recordFrom, recordIn, withWrongIsbn } from './new-title.ts'

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

test('a wrongly printed number goes to 020$z and stays there when the form is saved', () => {
  const typed = { ...beginningOf('book', null), title: 'Sai số', isbn: '9780306406157; 9786040000000' }
  const kept = withWrongIsbn(typed, '2026-11-29')
  expect(kept.isbn).toBe('9780306406157')
  const { fields } = recordFrom(kept, '2026-11-29')
  const numbers = fields.filter(({ tag }) => tag === '020')
  expect(numbers).toContainEqual(data('020', ['z', '9786040000000']))
  expect(numbers).toContainEqual(data('020', ['a', '9780306406157']))
  const saved = recordIn(kept)
  if (!saved) throw new Error('no record')
  const { material, digitalOrigin, hostId, addedOn, recordJson, ...form } = { ...kept, isbn: '' }
  expect(withForm(saved, form).fields).toContainEqual(data('020', ['z', '9786040000000']))
})

test('what was typed in the plain form is the record that the editor of fields begins with', () => {
  const { fields } = recordFrom(
    { ...beginningOf('book', null), title: 'Số đỏ', authors: 'Vũ Trọng Phụng' },
    '2026-11-29',
  )
  expect(fields).toContainEqual({ tag: '245', indicators: '10', subfields: [['a', 'Số đỏ']] })
  expect(fields).toContainEqual({ tag: '100', indicators: '0 ', subfields: [['a', 'Vũ Trọng Phụng']] })
})
