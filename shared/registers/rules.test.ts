import { describe, expect, it } from 'vitest'
import { registerKinds } from './contract.ts'
import { bookNumber, columnIndex, pageOf, readBookNumber, registerColumns, signedNumber } from './rules.ts'

describe('the pages of a book', () => {
  it('hold so many lines each', () => {
    expect([1, 15, 16, 30, 31].map((line) => pageOf(line, 15))).toEqual([1, 1, 2, 2, 3])
  })
})

describe('the columns of a book', () => {
  it.each(registerKinds)('%s: each once, the remark last, a day first', (register) => {
    const columns = registerColumns[register]
    expect(new Set(columns.map(({ key }) => key)).size).toBe(columns.length)
    expect(columns.at(-1)?.key).toBe('remark')
    expect(columns[0]?.kind).toBe('date')
  })

  it('are found by name', () => {
    expect(columnIndex('individual', 'accessionNumber')).toBe(1)
    expect(() => columnIndex('stock', 'price')).toThrow('price')
  })
})

describe('figures in a book', () => {
  it('say of a difference which way it goes', () => {
    expect([3, -1200, 0].map(signedNumber)).toEqual(['+3', '-1.200', ''])
  })

  it('are parted by points and read back', () => {
    expect([0, 999, 12_000, 1_234_567].map(bookNumber)).toEqual(['0', '999', '12.000', '1.234.567'])
    for (const value of [0, 7, 12_000, 1_234_567]) expect(readBookNumber(bookNumber(value))).toBe(value)
    expect(readBookNumber('')).toBe(0)
    for (const text of ['12,000', '1.2', '12.00', '-5', 'mười']) expect(readBookNumber(text)).toBeNull()
  })
})
