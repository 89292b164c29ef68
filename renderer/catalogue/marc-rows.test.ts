import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { MarcField, MarcRecord } from '../../shared/catalogue/contract.ts'
import {
  fieldOf,
  newRow,
  recordOf,
  rowOf,
  rowsOf,
  shownFixed,
  subfieldsIn,
  subfieldText,
} from './marc-rows.ts'

const anyText = fc.string({ unit: 'grapheme' })
const code = fc.string({ minLength: 1, maxLength: 1 })
const anyField: fc.Arbitrary<MarcField> = fc.oneof(
  fc.record({ tag: fc.string({ minLength: 3, maxLength: 3 }), value: anyText }),
  fc.record({
    tag: fc.string({ minLength: 3, maxLength: 3 }),
    indicators: fc.string({ minLength: 2, maxLength: 2 }),
    subfields: fc.array(fc.tuple(code, anyText)),
  }),
)
const notBlank = ({ tag, ...field }: MarcField) =>
  tag.trim() !== '' || ('value' in field ? field.value.trim() !== '' : field.subfields.length > 0)
const anyRecord: fc.Arbitrary<MarcRecord> = fc.record({
  leader: fc.stringMatching(/^[0-9a-z ]{24}$/),
  fields: fc.array(anyField.filter(notBlank)),
})

test('a record that is opened and left as it is comes back byte for byte, however odd', () => {
  fc.assert(
    fc.property(anyRecord, (record) => {
      expect(recordOf(shownFixed('LDR', record.leader), rowsOf(record))).toEqual(record)
    }),
  )
})

test('subfields are typed with $ and parted by it', () => {
  expect(subfieldsIn('$aTruyện Kiều :$bthơ')).toEqual([
    ['a', 'Truyện Kiều :'],
    ['b', 'thơ'],
  ])
  expect(subfieldsIn('Truyện Kiều')).toEqual([['a', 'Truyện Kiều']])
  expect(subfieldsIn('')).toEqual([])
})

test('a dollar in the text is no delimiter where ǂ parts the subfields', () => {
  const price: [string, string][] = [['c', '$12']]
  expect(subfieldText(price)).toBe('ǂc$12')
  expect(subfieldsIn('ǂc$15')).toEqual([['c', '$15']])
})

test('a changed line gives a new field, and its blanks shown as # are blanks again', () => {
  const row = rowOf({ tag: '245', indicators: '10', subfields: [['a', 'Kiều']] }, 1)
  expect(fieldOf({ ...row, indicators: '1#', text: '$aTruyện Kiều' })).toEqual({
    tag: '245',
    indicators: '1 ',
    subfields: [['a', 'Truyện Kiều']],
  })
  expect(fieldOf({ ...newRow(2, '008'), text: '260421s2026####vm' })).toEqual({
    tag: '008',
    value: '260421s2026    vm',
  })
})

test('a line where nothing stands yet is no field', () => {
  expect(recordOf('x'.repeat(24), [newRow(1)]).fields).toEqual([])
})
