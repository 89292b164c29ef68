import { expect, test } from 'vitest'
import { emptyTitle, fieldsOf } from './title-values.ts'

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
