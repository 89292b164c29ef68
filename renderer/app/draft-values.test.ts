import { expect, test } from 'vitest'
import { mergeDraft } from './draft-values.ts'

const began = { title: '', year: null as number | null, copies: 1, tags: ['a'] }

test('a draft fills the fields it knows', () => {
  expect(mergeDraft(began, { title: 'Lược sử', year: 2024 })).toEqual({
    ...began,
    title: 'Lược sử',
    year: 2024,
  })
})

test('a field emptied on purpose stays empty', () => {
  expect(mergeDraft({ ...began, year: 2020 }, { year: null }).year).toBeNull()
})

test('fields the form no longer has are left out', () => {
  expect(mergeDraft(began, { shelf: 'A1' })).toEqual(began)
})

test('a value of another kind is left out', () => {
  expect(mergeDraft(began, { copies: '3', tags: { a: 1 }, title: 7 })).toEqual(began)
})

test('what is no set of fields changes nothing', () => {
  for (const draft of [null, 5, 'x', ['title']]) expect(mergeDraft(began, draft)).toEqual(began)
})
