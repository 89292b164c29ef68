import { expect, test } from 'vitest'
import { mergeThreeWays } from './merge-three-ways.ts'

const base = { title: 'A', ddc: '1', note: '' }
const names = ['title', 'ddc', 'note'] as const

test('what only one side changed is merged without a question', () => {
  const mine = { ...base, note: 'của tôi' }
  const theirs = { ...base, title: 'B' }
  expect(mergeThreeWays(names, { base, mine, theirs })).toEqual({
    merged: { title: 'B', ddc: '1', note: 'của tôi' },
    disputed: [],
  })
})

test('what both changed differently is asked about, and mine stands until then', () => {
  const mine = { ...base, title: 'C', ddc: '2' }
  const theirs = { ...base, title: 'B', ddc: '2' }
  expect(mergeThreeWays(names, { base, mine, theirs })).toEqual({
    merged: { title: 'C', ddc: '2', note: '' },
    disputed: ['title'],
  })
})

test('a field that they emptied is empty when I left it alone', () => {
  const theirs = { ...base, ddc: '' }
  expect(mergeThreeWays(names, { base, mine: base, theirs }).merged.ddc).toBe('')
})
