import { expect, test } from 'vitest'
import { dayOfIssue, issuesOf, parseRun } from './issue-run.ts'

test('a run of issues is read as people write it', () => {
  expect(parseRun('1–12/2026')).toEqual({ from: 1, to: 12, year: '2026' })
  expect(parseRun(' 1 - 12 / 2026 ')).toEqual({ from: 1, to: 12, year: '2026' })
  expect(parseRun('5/2026')).toEqual({ from: 5, to: 5, year: '2026' })
  expect(parseRun('101-104')).toEqual({ from: 101, to: 104, year: '' })
  for (const wrong of ['', 'tháng 5', '12-1/2026', '1-9999', '1-12/26'])
    expect(parseRun(wrong), wrong).toBeNull()
})

test('issues come out in the rhythm of the journal, on the last day where a month is shorter', () => {
  expect(dayOfIssue('2026-01-31', 'monthly', 1)).toBe('2026-02-28')
  expect(dayOfIssue('2026-01-31', 'monthly', 2)).toBe('2026-03-31')
  expect(dayOfIssue('2026-12-28', 'weekly', 1)).toBe('2027-01-04')
  expect(dayOfIssue('2026-01-01', 'quarterly', 3)).toBe('2026-10-01')
  expect(dayOfIssue('2026-01-01', 'irregular', 3)).toBeNull()
})

test('a run gives its issues with their numbers, days and state', () => {
  const run = parseRun('1-2/2026')
  if (!run) throw new Error('a run')
  expect(
    issuesOf(run, {
      volume: '12',
      firstOn: '2026-01-15',
      frequency: 'monthly',
      state: 'expected',
      today: '2026-01-20',
    }),
  ).toEqual([
    { volume: '12', number: '1/2026', publishedOn: '2026-01-15', receivedOn: null, state: 'expected' },
    { volume: '12', number: '2/2026', publishedOn: '2026-02-15', receivedOn: null, state: 'expected' },
  ])
})
