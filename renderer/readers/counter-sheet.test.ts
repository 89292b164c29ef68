import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { numberStyle } from '../ui/numbers.ts'
import { meantBy } from './count-text.ts'
import { readSheet, rowsOf, totalsOf, typedOver, withTyped, type Sheet } from './counter-sheet.ts'

const style = numberStyle('vi')
const sheet: Sheet = { days: ['2026-08-01', '2026-08-02'], codes: ['a', 'b'], hasSource: false }
const counted = (on: string, kindCode: string, value: number | null) => ({
  on,
  kindCode,
  value,
  source: '',
  isCorrected: false,
})
const shown = (...counts: ReturnType<typeof counted>[]) =>
  rowsOf(sheet, { counts, nameOfDay: (on) => on, loans: new Map() }, style)

describe('a sheet of counters', () => {
  it('tells an empty cell from nought', () => {
    const before = shown(counted('2026-08-01', 'a', 0))
    expect(before.map(({ a, b }) => [a, b])).toEqual([
      ['0', ''],
      ['', ''],
    ])
    const now = [
      { ...before[0], a: '' },
      { ...before[1], b: '0' },
    ] as typeof before
    expect(readSheet(sheet, { before, now }, style).cells).toEqual([
      { on: '2026-08-01', kindCode: 'a', value: null, source: '' },
      { on: '2026-08-02', kindCode: 'b', value: 0, source: '' },
    ])
  })

  it('names what is no count, and takes numbers as they are pasted', () => {
    const before = shown()
    const now = [
      { ...before[0], a: '1.250', b: '-3' },
      { ...before[1], a: '2,5', b: '–' },
    ] as typeof before
    const { cells, wrong } = readSheet(sheet, { before, now }, style)
    expect(cells.map(({ value }) => value)).toEqual([1250])
    expect(wrong).toEqual([
      { row: 0, key: 'b' },
      { row: 1, key: 'a' },
    ])
  })

  it('sums what was counted, and nothing where nobody counted', () => {
    const rows = shown(counted('2026-08-01', 'a', 2), counted('2026-08-02', 'a', 0))
    expect(totalsOf(rows, sheet, style).map(({ total }) => total)).toEqual([2, null])
  })

  it('adds up no counts of how many there are, and tells the latest', () => {
    const rows = shown(counted('2026-08-01', 'a', 400), counted('2026-08-02', 'a', 380))
    const [cards] = totalsOf(rows, { ...sheet, standing: ['a'] }, style)
    expect(cards).toEqual({ code: 'a', isLatest: true, total: 380 })
  })

  it('asks about a whole number below nought, and about nothing else', () => {
    expect(['-3', '−1.250', '3', '0', '-2,5', 'abc', ''].map((text) => meantBy(text, style))).toEqual([
      3,
      1250,
      null,
      null,
      null,
      null,
      null,
    ])
  })

  it('keeps what was typed apart from what another desk records meanwhile', () => {
    const before = shown(counted('2026-08-01', 'a', 5))
    const now = [{ ...before[0], b: '7' }, before[1]] as typeof before
    const typed = typedOver(sheet.days, { before, now })
    const later = withTyped(sheet.days, shown(counted('2026-08-01', 'a', 6)), typed)
    expect([later[0]?.['a'], later[0]?.['b']]).toEqual(['6', '7'])
  })

  it('shown and read again holds nothing new', () => {
    const count = fc.option(fc.integer({ min: 0, max: 1_000_000_000 }), { nil: null })
    fc.assert(
      fc.property(fc.array(count, { minLength: 4, maxLength: 4 }), (values) => {
        const rows = shown(
          ...values.map((value, at) => counted(sheet.days[at % 2] ?? '', sheet.codes[at >> 1] ?? '', value)),
        )
        expect(readSheet(sheet, { before: rows, now: rows }, style)).toEqual({ cells: [], wrong: [] })
        const all = readSheet(sheet, { before: shown(), now: rows }, style).cells
        expect(all).toHaveLength(values.filter((value) => value !== null).length)
      }),
    )
  })
})
