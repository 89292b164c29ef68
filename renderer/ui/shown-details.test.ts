import { expect, test } from 'vitest'
import { shownDetails } from './shown-details.ts'

test('days and instants are shown as they are read here, everything else as it is', () => {
  const details = {
    on: '2026-01-05',
    at: '2026-01-05T18:30:00.000Z',
    days: ['2026-01-05', '2026-02-06'],
    number: 'BB 2026-01-05',
    isbn: '9786041234567',
    count: 3,
    already: '05/01/2026',
  }
  expect(shownDetails(details)).toEqual({
    ...details,
    on: '05/01/2026',
    at: '06/01/2026 01:30',
    days: ['05/01/2026', '06/02/2026'],
  })
})
