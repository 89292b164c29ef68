import { expect, it } from 'vitest'
import type { Machine } from './contract.ts'
import { findingsOf, fitnessOf, worst } from './rules.ts'

const GiB = 2 ** 30
const machine: Machine = {
  version: '1.0.0',
  system: 'Windows 10',
  processor: 'x',
  cores: 2,
  memory: 3.9 * GiB,
  memoryFree: GiB,
  memoryUsed: GiB / 4,
  folder: 'C:\\ProgramData\\KhoSach',
  disk: 200 * GiB,
  diskFree: 100 * GiB,
  library: GiB / 2,
  writeAhead: 0,
  files: GiB,
  runningForSeconds: 60,
}
const sound = { machine, daysSinceProven: 0, faults: 0, slow: 0, clockBehindMinutes: 0 }
const levelOf = (code: string, seen: Parameters<typeof findingsOf>[0]) =>
  findingsOf(seen).find((each) => each.code === code)?.level

it('has nothing to say of a PC that is sound', () => {
  expect(worst(findingsOf(sound))).toBe('good')
})

it.each([
  ['disk_free', { machine: { ...machine, diskFree: 2 * GiB } }, 'watch'],
  ['disk_free', { machine: { ...machine, diskFree: GiB / 2 } }, 'bad'],
  // A large library needs room for its copy and for what the copy is proven in.
  ['disk_free', { machine: { ...machine, library: 4 * GiB, diskFree: 10 * GiB } }, 'bad'],
  ['memory', { machine: { ...machine, memory: 2.5 * GiB } }, 'watch'],
  ['memory', { machine: { ...machine, memory: GiB } }, 'bad'],
  ['write_ahead', { machine: { ...machine, writeAhead: GiB / 8 } }, 'watch'],
  ['proven_copy', { daysSinceProven: 8 }, 'watch'],
  ['proven_copy', { daysSinceProven: null }, 'bad'],
  ['faults', { faults: 1 }, 'watch'],
  ['slow', { slow: 21 }, 'watch'],
  ['clock', { clockBehindMinutes: 5 }, 'watch'],
  ['clock', { clockBehindMinutes: 3 * 24 * 60 }, 'bad'],
])('%s: %j is %s', (code, differing, level) => {
  expect(levelOf(code, { ...sound, ...differing })).toBe(level)
  expect(worst(findingsOf({ ...sound, ...differing }))).toBe(level)
})

it('calls a PC as fit as its weakest part', () => {
  const fast = {
    saveMs: 9,
    searchMs: 4,
    rowsPerSecond: 90_000,
    megabytesHashedPerSecond: 400,
    memory: 4 * GiB,
  }
  expect(fitnessOf(fast).verdict).toBe('fit')
  expect(fitnessOf({ ...fast, saveMs: 100 }).verdict).toBe('usable')
  expect(fitnessOf({ ...fast, saveMs: 100, searchMs: 900 }).verdict).toBe('unfit')
  expect(fitnessOf({ ...fast, rowsPerSecond: 10 }).parts.find(({ part }) => part === 'import')?.fit).toBe(
    'unfit',
  )
})
