import { expect, test } from 'vitest'
import type { MarcField, MarcRecord } from '../../shared/catalogue/contract.ts'
import { mergeRecords, withTagsFrom } from './marc-versions.ts'

const leader = '00000nam a2200000 a 4500'
const data = (tag: string, text: string): MarcField => ({ tag, indicators: '  ', subfields: [['a', text]] })
const record = (...fields: MarcField[]): MarcRecord => ({ leader, fields })
const base = record(data('245', 'Kiều'), data('500', 'một'), data('650', 'Thơ'))

test('what only one side changed is merged without asking', () => {
  const mine = record(data('245', 'Truyện Kiều'), data('500', 'một'), data('650', 'Thơ'))
  const theirs = record(data('082', '895.922'), data('245', 'Kiều'), data('500', 'một'), data('500', 'hai'))
  const { merged, disputed } = mergeRecords({ base, mine, theirs })
  expect(disputed).toEqual([])
  expect(merged.fields).toEqual([
    data('082', '895.922'),
    data('245', 'Truyện Kiều'),
    data('500', 'một'),
    data('500', 'hai'),
  ])
})

test('what both changed differently is shown from both sides and kept as mine until somebody chooses', () => {
  const mine = record(data('245', 'Truyện Kiều'), data('500', 'một'), data('650', 'Thơ'))
  const theirs = record(data('245', 'Đoạn trường tân thanh'), data('500', 'một'), data('650', 'Thơ'))
  const { merged, disputed } = mergeRecords({ base, mine, theirs })
  expect(merged).toEqual(mine)
  expect(disputed).toEqual([
    { tag: '245', mine: [data('245', 'Truyện Kiều')], theirs: [data('245', 'Đoạn trường tân thanh')] },
  ])
  expect(withTagsFrom(merged, theirs, ['245'])).toEqual(theirs)
})

test('the same change on both sides is no conflict, and a leader can be one', () => {
  const changed = record(data('245', 'Truyện Kiều'))
  expect(mergeRecords({ base, mine: changed, theirs: changed }).disputed).toEqual([])
  const [mine, theirs] = ['c', 'd'].map((status) => ({ ...base, leader: leader.replace('n', status) }))
  if (!mine || !theirs) throw new Error('two leaders')
  expect(mergeRecords({ base, mine, theirs }).disputed).toMatchObject([{ tag: 'LDR' }])
  expect(withTagsFrom(mine, theirs, ['LDR'])).toEqual(theirs)
})
