import { expect, test } from 'vitest'
import { headingAt, withHeadingAt } from './heading-at.ts'

const box = 'Nguyễn Du; Kim; Đào Duy Anh'

test('the heading under the caret is the one that is typed', () => {
  expect(headingAt(box, 3).heading).toBe('Nguyễn Du')
  expect(headingAt(box, 14).heading).toBe('Kim')
  expect(headingAt(box, box.length).heading).toBe('Đào Duy Anh')
  expect(headingAt('', 0).heading).toBe('')
})

test('taking a suggestion leaves the other headings as they are', () => {
  expect(withHeadingAt(box, 14, 'Kim Lân')).toBe('Nguyễn Du; Kim Lân; Đào Duy Anh')
  expect(withHeadingAt('kim', 3, 'Kim Lân')).toBe('Kim Lân')
  expect(withHeadingAt('Nguyễn Du;', 10, 'Kim Lân')).toBe('Nguyễn Du; Kim Lân')
})
