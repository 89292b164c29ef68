import { expect, test } from 'vitest'
import { noScan, readScan } from './scan.ts'

function type(keys: string[], everyMs: number): string[] {
  let state = noScan
  const scans: string[] = []
  keys.forEach((key, at) => {
    const result = readScan(state, key, 10_000 + at * everyMs)
    state = result.next
    if (result.scanned) scans.push(result.scanned)
  })
  return scans
}

test('thirteen fast digits and Enter are a scan', () => {
  expect(type([...'9786041234567', 'Enter'], 12)).toEqual(['9786041234567'])
})

test('a person typing is no scan, however long the word', () => {
  expect(type([...'9786041234567', 'Enter'], 90)).toEqual([])
})

test('a few fast keys are no scan', () => {
  expect(type([...'abc', 'Enter'], 10)).toEqual([])
})

test('capitals keep their Shift, arrows break a scan off', () => {
  expect(type(['Shift', 'V', 'Shift', 'N', '1', '2', '3', '4', 'Enter'], 10)).toEqual(['VN1234'])
  expect(type([...'12345', 'ArrowDown', '6', '7', 'Enter'], 10)).toEqual([])
})

test('two scans in a row are two', () => {
  expect(type([...'111111', 'Enter', ...'222222', 'Enter'], 10)).toEqual(['111111', '222222'])
})

test('letters of every language belong to a code; a space only within it', () => {
  expect(type([...'ĐK.00012', 'Enter'], 10)).toEqual(['ĐK.00012'])
  expect(type([...'VV 00012', 'Enter'], 10)).toEqual(['VV 00012'])
  expect(type([...' 123456', 'Enter'], 10)).toEqual(['123456'])
})

test('from the second fast key on a code is being read', () => {
  const first = readScan(noScan, 'N', 10_000)
  expect(first.isFurther).toBe(false)
  expect(readScan(first.next, 'V', 10_010).isFurther).toBe(true)
  expect(readScan(first.next, 'V', 10_090).isFurther).toBe(false)
  expect(readScan(first.next, 'ArrowDown', 10_010).isFurther).toBe(false)
})
