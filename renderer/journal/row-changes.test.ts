import { expect, test } from 'vitest'
import { changesOf } from './row-changes.ts'

const title = { id: 5, rev: 1, title: 'Truyện Kiều', subtitle: '', note: '', foldedTitle: 'truyen kieu' }

test('a change tells what differs and leaves out what serves only the program', () => {
  const after = { ...title, rev: 2, title: 'Kim Vân Kiều', foldedTitle: 'kim van kieu' }
  expect(changesOf({ tableName: 'title', before: title, after })).toEqual([
    { column: 'title', before: 'Truyện Kiều', after: 'Kim Vân Kiều', isHidden: false },
  ])
})

test('a new record tells what was filled in, not what was left blank', () => {
  expect(changesOf({ tableName: 'title', before: null, after: title }).map(({ column }) => column)).toEqual([
    'title',
  ])
})

test('a deleted record tells what it held', () => {
  expect(changesOf({ tableName: 'title', before: title, after: null })).toEqual([
    { column: 'title', before: 'Truyện Kiều', after: null, isHidden: false },
  ])
})

test('a personal column is only known to have changed', () => {
  const after = { id: 3, rev: 2, role: 'desk', '~name': 'changed' }
  expect(changesOf({ tableName: 'user', before: { id: 3, rev: 1, role: 'desk' }, after })).toEqual([
    { column: 'name', before: null, after: null, isHidden: true },
  ])
})

test('a table that has no words here shows every column that differs', () => {
  const changes = changesOf({
    tableName: 'shelf',
    before: { id: 1, place: 'A' },
    after: { id: 1, place: 'B' },
  })
  expect(changes.map(({ column }) => column)).toEqual(['place'])
})

test('of a MARC record only the fields that differ are told', () => {
  const record = (...fields: object[]) => JSON.stringify({ leader: '00000nam a2200000 a 4500', fields })
  const title = { tag: '245', indicators: '00', subfields: [['a', 'Truyện Kiều']] }
  const subject = (text: string) => ({ tag: '650', indicators: ' 7', subfields: [['a', text]] })
  const before = { id: 5, marc: record(title, subject('Thơ')) }
  const after = { id: 5, marc: record(title, subject('Truyện thơ')) }
  expect(changesOf({ tableName: 'marcRecord', before, after })).toEqual([
    { column: 'marc', before: '650 #7 $a Thơ', after: '650 #7 $a Truyện thơ', isHidden: false },
  ])
})
