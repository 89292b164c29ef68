import { describe, expect, test } from 'vitest'
import { pagesAround, placeOf, rowCountOf } from './row-span.ts'

describe('pages asked for', () => {
  test('hold what is in sight, and the next page only when its edge comes near', () => {
    expect(pagesAround({ first: 0, last: 30 }, 100, 1_000_000)).toEqual([0])
    expect(pagesAround({ first: 30, last: 60 }, 100, 1_000_000)).toEqual([0, 1])
    expect(pagesAround({ first: 520, last: 560 }, 100, 1_000_000)).toEqual([4, 5, 6])
  })

  test('are never beyond the ends of the list', () => {
    expect(pagesAround({ first: 999_970, last: 999_999 }, 100, 1_000_000)).toEqual([9999])
    expect(pagesAround({ first: 40, last: 90 }, 100, 60)).toEqual([0])
    expect(pagesAround({ first: 0, last: 30 }, 100, 0)).toEqual([0])
  })

  test('fall back to the last one when the list has become shorter than where it stood', () => {
    expect(pagesAround({ first: 5000, last: 5030 }, 100, 120)).toEqual([0, 1])
  })
})

describe('how long a list is', () => {
  test('is what the count says where it is exact', () => {
    expect(rowCountOf({ count: 321, isExact: true }, [{ page: 0, rows: 100 }], 100)).toBe(321)
  })

  test('goes on for one more page where the count is a guess and every page was full', () => {
    expect(rowCountOf({ count: 150, isExact: false }, [{ page: 3, rows: 100 }], 100)).toBe(500)
    expect(rowCountOf({ count: 5000, isExact: false }, [{ page: 0, rows: 100 }], 100)).toBe(5000)
  })

  test('ends where a page ended short, whatever was guessed', () => {
    const loaded = [
      { page: 3, rows: 100 },
      { page: 4, rows: 12 },
    ]
    expect(rowCountOf({ count: 9000, isExact: false }, loaded, 100)).toBe(412)
    expect(rowCountOf({ count: 9000, isExact: false }, [{ page: 80, rows: 0 }], 100)).toBe(8000)
  })
})

describe('the row one stands on', () => {
  const list = (ids: number[]) => (index: number) => {
    const id = ids[index]
    return id === undefined ? undefined : { id }
  }

  test('is found again where others have added or removed rows before it', () => {
    expect(placeOf({ index: 2, id: 30 }, list([10, 20, 30]))).toBe(2)
    expect(placeOf({ index: 2, id: 30 }, list([5, 10, 20, 30]))).toBe(3)
    expect(placeOf({ index: 2, id: 30 }, list([20, 30]))).toBe(1)
  })

  test('is its place where the row is gone, not here yet, or was never known', () => {
    expect(placeOf({ index: 1, id: 30 }, list([10, 20]))).toBe(1)
    expect(placeOf({ index: 900, id: 30 }, list([10, 20]))).toBe(900)
    expect(placeOf({ index: 1, id: null }, list([10, 20]))).toBe(1)
  })
})
