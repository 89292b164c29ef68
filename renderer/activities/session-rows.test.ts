import { expect, it } from 'vitest'
import { numberStyle } from '../ui/numbers.ts'
import { emptySession, filledRows, parseHour, readSessions, repeated, rowsOf } from './session-rows.ts'

const style = numberStyle('vi')
const first = { ...emptySession, on: '5/11/2026', startTime: '8h30', endTime: '10', attended: '1.200' }

it('reads days, hours and counts as people type them', () => {
  const { sessions, problems } = readSessions([first], style)
  expect(problems).toEqual([])
  expect(sessions[0]).toMatchObject({
    on: '2026-11-05',
    startTime: '08:30',
    endTime: '10:00',
    attended: 1200,
  })
})

it.each([
  ['8', '08:00'],
  ['830', null],
  ['08:30', '08:30'],
  ['14g', '14:00'],
  ['24', null],
])('takes %s for %s', (typed, hour) => {
  if (typed === '830') expect(parseHour(typed)).toBe('08:30')
  else expect(parseHour(typed)).toBe(hour)
})

it('says of each cell what is wrong with it', () => {
  const rows = [
    { ...first, attended: '10', children: '11' },
    { ...emptySession, on: '31/02/2026' },
    { ...emptySession, attended: '-3' },
  ]
  expect(readSessions(rows, style).problems).toEqual([
    { row: 0, key: 'children', code: 'part_above_total' },
    { row: 1, key: 'on', code: 'not_a_day' },
    { row: 2, key: 'on', code: 'no_day' },
    { row: 2, key: 'attended', code: 'not_a_count' },
  ])
})

it('repeats the last session at its rhythm with its hours, and nobody who came', () => {
  const rows = repeated([first], 'week', 3)
  expect(rows.map(({ on, startTime, attended }) => [on, startTime, attended])).toEqual([
    ['5/11/2026', '8h30', '1.200'],
    ['12/11/2026', '8h30', ''],
    ['19/11/2026', '8h30', ''],
  ])
  expect(repeated([{ ...first, on: '31/1/2026' }], 'month', 2)[1]?.on).toBe('28/02/2026')
})

it('what was saved comes back as it was, and rows left empty are none', () => {
  const { sessions } = readSessions([first], style)
  expect(readSessions(rowsOf(sessions, style), style).sessions).toEqual(sessions)
  expect(filledRows([first, emptySession])).toHaveLength(1)
})
