import { expect, it } from 'vitest'
import { countIn, readTargets, rowsOf } from './target-rows.ts'

it('targets come out of their rows as they went in', () => {
  const targets = [{ class: 'ancient' as const, titles: 20, pages: 4000, files: 0 }]
  expect(readTargets(rowsOf(targets))).toEqual(targets)
  expect(readTargets(rowsOf([]))).toEqual([])
})

it('a number may be typed as people write it, and nothing else passes for one', () => {
  expect(countIn(' 20.000 ')).toBe(20_000)
  expect(countIn('')).toBe(0)
  expect(countIn('nhiều')).toBeNull()
  expect(countIn('-5')).toBeNull()
  expect(readTargets([{ titles: 'x', pages: '', files: '' }])).toBeNull()
})
