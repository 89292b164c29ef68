import { expect, test } from 'vitest'
import { bodyHeightPx, maxHeightPx, scrollToRow, visibleRows } from './table-scroll.ts'

const short = { rowCount: 1000, rowPx: 26, viewPx: 520 }
const long = { rowCount: 5_000_000, rowPx: 26, viewPx: 520 }

test('a short list is as tall as its rows and drawn where it stands', () => {
  expect(bodyHeightPx(short)).toBe(26_000)
  expect(visibleRows(2600, short)).toEqual({ first: 94, last: 126, topPx: 94 * 26 })
})

test('a list past the limit of an element is cut to it, and its last row can be reached', () => {
  expect(bodyHeightPx(long)).toBe(maxHeightPx)
  const end = maxHeightPx - long.viewPx
  const { first, last, topPx } = visibleRows(end, long)
  expect(last).toBe(long.rowCount - 1)
  const lastBottomPx = topPx + (last - first + 1) * long.rowPx
  expect(lastBottomPx).toBeCloseTo(maxHeightPx, 3)
})

test('the first row stands at the top of any list', () => {
  for (const span of [short, long]) expect(visibleRows(0, span)).toMatchObject({ first: 0, topPx: 0 })
})

test('going to a row brings it wholly into sight, and leaves the list alone where it is already', () => {
  for (const span of [short, long]) {
    for (const row of [0, 1, 499, 999, span.rowCount - 1]) {
      const position = scrollToRow(row, 0, span)
      const { first, topPx } = visibleRows(position, span)
      const rowTopPx = topPx + (row - first) * span.rowPx
      expect(rowTopPx).toBeGreaterThanOrEqual(position - 0.01)
      expect(rowTopPx + span.rowPx).toBeLessThanOrEqual(position + span.viewPx + 0.01)
      expect(scrollToRow(row, position, span)).toBeCloseTo(position, 3)
    }
  }
})

test('an empty list has nothing to draw', () => {
  expect(visibleRows(0, { rowCount: 0, rowPx: 26, viewPx: 500 }).last).toBe(-1)
})
