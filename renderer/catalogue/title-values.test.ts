import { expect, test } from 'vitest'
import { differingFields, emptyTitle, fieldsOf } from './title-values.ts'

const saved = {
  ...emptyTitle,
  title: 'Việt Nam sử lược',
  id: 1,
  rev: 3,
  addedOn: '2026-01-02',
  removedOn: null,
  createdAt: '2026-01-02T00:00:00Z',
  updatedAt: '2026-01-02T00:00:00Z',
}

test('a form holds what people type and nothing of the record keeping', () => {
  expect(fieldsOf(saved)).toEqual({ ...emptyTitle, title: 'Việt Nam sử lược' })
})

test('two versions differ in the fields that differ, in the order of the form', () => {
  const mine = { ...emptyTitle, title: 'A', ddc: '959.7' }
  expect(differingFields(mine, { ...mine })).toEqual([])
  expect(differingFields(mine, { ...mine, ddc: '', title: 'B' })).toEqual(['title', 'ddc'])
})
