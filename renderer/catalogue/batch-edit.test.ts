import { expect, test } from 'vitest'
import { editOf, emptyEdit } from './batch-edit.ts'

test('a change to many titles is ready when what it needs is filled in', () => {
  expect(editOf({ ...emptyEdit, value: '' })).toEqual({ kind: 'set', field: 'publisher', value: '' })
  expect(editOf({ ...emptyEdit, kind: 'replace' })).toBeNull()
  expect(editOf({ ...emptyEdit, kind: 'replace', find: 'Nxb', replacement: 'NXB' })).toEqual({
    kind: 'replace',
    field: 'publisher',
    find: 'Nxb',
    replacement: 'NXB',
  })
  expect(editOf({ ...emptyEdit, kind: 'add_heading', heading: '  ' })).toBeNull()
  expect(editOf({ ...emptyEdit, kind: 'remove_heading', heading: 'Cổ tích' })).toEqual({
    kind: 'remove_heading',
    field: 'subjects',
    heading: 'Cổ tích',
  })
})

test('a MARC field is read as it is written, with # for a blank', () => {
  expect(
    editOf({ ...emptyEdit, kind: 'add_marc', tag: '650', indicators: '#4', subfields: '$aLúa$zHà Nam' }),
  ).toEqual({
    kind: 'add_marc',
    marc: {
      tag: '650',
      indicators: ' 4',
      subfields: [
        ['a', 'Lúa'],
        ['z', 'Hà Nam'],
      ],
    },
  })
})

test('positions of the record are never changed for many at once', () => {
  for (const tag of ['008', '001', '65', 'LDR', '']) {
    expect(editOf({ ...emptyEdit, kind: 'remove_marc', tag })).toBeNull()
    expect(editOf({ ...emptyEdit, kind: 'add_marc', tag, subfields: '$ax' })).toBeNull()
  }
})
