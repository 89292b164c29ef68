import { describe, expect, test } from 'vitest'
import {
  isListOpen,
  isSigned,
  lastCopiesKept,
  lastYearsOutdated,
  mainReason,
  mayStrike,
  paperAwaited,
  percentOf,
  proposedAges,
  rather,
  stageAfter,
  stages,
  yearsAfter,
  yearsOf,
} from './rules.ts'

describe('the five papers', () => {
  test('each stage waits for the next paper, and a signed one brings its stage', () => {
    expect(stages.map(paperAwaited)).toEqual(['proposal', 'list', 'council', 'minutes', 'approval', null])
    expect(stageAfter('proposal')).toBe('proposed')
    expect(stageAfter('approval')).toBe('approved')
    expect(isSigned('list', 'listed')).toBe(true)
    expect(isSigned('council', 'listed')).toBe(false)
  })
  test('the list closes when it is signed, and only the council strikes off it then', () => {
    expect(stages.filter(isListOpen)).toEqual(['gathering', 'proposed'])
    expect(stages.filter(mayStrike)).toEqual(['founded'])
  })
})

describe('how long a class serves', () => {
  test('the narrowest rule that names a class counts', () => {
    const ages = [
      { from: '000', to: '999', years: 30 },
      { from: '340', to: '349', years: 10 },
    ]
    expect(yearsOf('342.597', ages)).toBe(10)
    expect(yearsOf('895.922', ages)).toBe(30)
    expect(yearsOf('K5', ages)).toBe(null)
    expect(yearsOf('895.922', proposedAges)).toBe(null)
  })
  test('a document of the last allowed year is not out of date yet', () => {
    const years = lastYearsOutdated([{ from: '004', to: '006', years: 5 }], 2026)
    expect(years).toEqual(['004', '005', '006'].map((main) => ({ class: main, year: 2020 })))
  })
})

test('kept until the same day, or the day before where there is no 29 February', () => {
  expect(yearsAfter('2026-11-29', 5)).toBe('2031-11-29')
  expect(yearsAfter('2024-02-29', 5)).toBe('2029-02-28')
  expect(yearsAfter('2024-02-29', 4)).toBe('2028-02-29')
})

test('a share never reads as nothing, nor as just what is allowed while it is more', () => {
  expect(percentOf(0, 100, 10)).toBe(0)
  expect(percentOf(5, 0, 10)).toBe(0)
  expect(percentOf(1, 9886, 10)).toBe(0.011)
  expect(percentOf(109, 9886, 10)).toBe(1.1)
  expect(percentOf(1003, 10_000, 10)).toBe(10.03)
  expect(percentOf(1000, 10_000, 10)).toBe(10)
})

test('of several reasons the plainest is the ground', () => {
  expect(mainReason(['outdated', 'surplus', 'damaged'])).toBe('damaged')
  expect(mainReason(['out_of_scope'])).toBe('out_of_scope')
})

describe('which copy stays', () => {
  const copy = (id: number, other: object = {}) => ({
    id,
    titleId: 1,
    enumeration: '',
    status: 'available',
    condition: 'good',
    accessionedOn: '2020-01-01',
    ...other,
  })
  test('one that is there, in better condition, that came later', () => {
    const missing = copy(1, { status: 'missing' })
    const worn = copy(2, { condition: 'worn' })
    const old = copy(3, { accessionedOn: '2001-01-01' })
    const best = copy(4)
    expect([missing, worn, old, best].toSorted(rather).map(({ id }) => id)).toEqual([4, 3, 2, 1])
  })
  test('where all copies of a title would go, the best one stays', () => {
    const candidates = [copy(1, { condition: 'damaged' }), copy(2, { condition: 'worn' })]
    expect([...lastCopiesKept(candidates, new Map([[1, 2]]))]).toEqual([2])
    expect([...lastCopiesKept(candidates, new Map([[1, 3]]))]).toEqual([])
  })
})
