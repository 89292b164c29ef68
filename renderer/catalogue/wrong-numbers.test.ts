import { expect, test } from 'vitest'
import { normalIsbn } from '../../shared/catalogue/rules.ts'
import { wrongNumber } from './wrong-numbers.ts'

test('the first number with a wrong check digit is named, among right ones', () => {
  expect(wrongNumber('978-604-1-23456-6; 9786041234561', '', normalIsbn)).toBe('978-604-1-23456-6')
  expect(wrongNumber('0306406152; ', '', normalIsbn)).toBeUndefined()
  expect(wrongNumber('', '', normalIsbn)).toBeUndefined()
})

test('a wrong number that the record had before may stay', () => {
  expect(wrongNumber('9786041234561; 0306406152', '9786041234561', normalIsbn)).toBeUndefined()
})
