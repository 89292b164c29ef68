import { expect, test } from 'vitest'
import { materials, type Title } from '../../shared/catalogue/contract.ts'
import { emptyTitle, fieldsFor, fieldsOf } from './title-values.ts'

const saved: Title = {
  ...emptyTitle,
  title: 'Việt Nam sử lược',
  id: 1,
  rev: 3,
  classes: '',
  mergedIntoId: null,
  addedOn: '2026-01-02',
  removedOn: null,
  createdAt: '2026-01-02T00:00:00Z',
  updatedAt: '2026-01-02T00:00:00Z',
}

test('a form holds what people type and nothing of the record keeping', () => {
  expect(fieldsOf(saved)).toEqual({ ...emptyTitle, title: 'Việt Nam sử lược', addedOn: '2026-01-02' })
})

test.each(materials)('the form of a %s has every field once, at once or under "more"', (material) => {
  const { shown, more } = fieldsFor(material)
  const all = [...shown, ...more]
  const { material: _, ...fields } = emptyTitle
  const expected = Object.keys(fields).filter((name) => name !== 'hostId' || material === 'article')
  expect(all.toSorted()).toEqual(expected.toSorted())
})

test('a map has no ISSN at once, a serial has, and only an article asks where it stands', () => {
  expect(fieldsFor('map').shown).not.toContain('issn')
  expect(fieldsFor('serial').shown).toContain('issn')
  expect(fieldsFor('article').shown).toContain('hostId')
  expect(fieldsFor('book').shown).not.toContain('hostId')
})
