import { describe, expect, test } from 'vitest'
import { filledDown, isBlock, parseBlock, pasteBlock, withCell, type EntryColumn } from './entry-rows.ts'

type Key = 'code' | 'price' | 'state'
const columns: EntryColumn<Key>[] = [
  { key: 'code', label: 'Mã', widthPx: 100, isFixed: true },
  { key: 'price', label: 'Giá', widthPx: 100 },
  {
    key: 'state',
    label: 'Tình trạng',
    widthPx: 100,
    options: [
      { value: 'good', label: 'Tốt' },
      { value: 'worn', label: 'Cũ' },
    ],
  },
]
/** Of a choice with numbers before its names. */
const ofClass: EntryColumn<Key> = {
  key: 'state',
  label: 'Môn loại',
  widthPx: 100,
  options: [
    { value: '8', label: '800 Văn học' },
    { value: '9', label: '900 Lịch sử, địa lý' },
    { value: 'book', label: 'Sách' },
    { value: 'talking_book', label: 'Sách nói' },
    { value: 'new', label: 'Mới nhập' },
    { value: 'newer', label: 'Mới mua' },
  ],
}
const row = (code: string) => ({ code, price: '', state: 'good' })
const grow = () => row('mới')

describe('a block from a spreadsheet', () => {
  test('is read by its tabs and line ends, whichever they are', () => {
    expect(parseBlock('a\tb\r\nc\td\r\n')).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ])
    expect(parseBlock('a\nb')).toEqual([['a'], ['b']])
  })

  test('names a choice by its code, its number or its name, with marks or without', () => {
    const meant = (text: string) =>
      pasteBlock([row('A')], [[text]], { columns: [ofClass], row: 0, column: 0 }, { grow, maxRows: 1 })
        .rows[0]?.state
    for (const text of ['8', '800', 'Văn học', 'van hoc', '800 VĂN HỌC', '800 Văn học'])
      expect(meant(text), text).toBe('8')
    for (const text of ['Sách', 'sach', 'SÁCH', 'book']) expect(meant(text), text).toBe('book')
    expect(meant('lich su')).toBe('9')
    for (const text of ['Mới', '80', 'Văn hóa', '']) expect(meant(text), text).toBe(text)
  })

  test('keeps its empty cells where they are', () => {
    expect(parseBlock('a\t\tc\n\nx')).toEqual([['a', '', 'c'], [''], ['x']])
    expect(parseBlock('a\t')).toEqual([['a', '']])
  })

  test('gives a cell with line breaks and quotation marks as one line', () => {
    expect(parseBlock('"dòng 1\ndòng 2"\t"nói ""thế"""')).toEqual([['dòng 1 dòng 2', 'nói "thế"']])
  })

  test('is more than one cell, so that a plain word is pasted by the browser', () => {
    expect(isBlock('12.000')).toBe(false)
    expect(isBlock('12.000\r\n')).toBe(false)
    expect(isBlock('12.000\n13.000')).toBe(true)
    expect(isBlock('a\tb')).toBe(true)
  })
})

describe('pasting', () => {
  test('fills down and right, leaves fixed cells and adds rows where the grid may grow', () => {
    const block = parseBlock('X1\t5\tcũ\nX2\t6\tTốt\nX3\t7\trách')
    const { rows, leftOut } = pasteBlock(
      [row('A'), row('B')],
      block,
      { columns, row: 0, column: 0 },
      {
        grow,
        maxRows: 10,
      },
    )
    expect(leftOut).toBe(0)
    expect(rows).toEqual([
      { code: 'A', price: '5', state: 'worn' },
      { code: 'B', price: '6', state: 'good' },
      { code: 'mới', price: '7', state: 'rách' },
    ])
  })

  test('says how many rows found no place', () => {
    const block = parseBlock('1\n2\n3\n4')
    const place = { columns, row: 1, column: 1 }
    const fixed = pasteBlock([row('A'), row('B')], block, place, { grow: undefined, maxRows: 10 })
    expect(fixed.leftOut).toBe(3)
    expect(fixed.rows.map(({ price }) => price)).toEqual(['', '1'])
    expect(pasteBlock([row('A'), row('B')], block, place, { grow, maxRows: 3 }).leftOut).toBe(2)
  })
})

test('one cell changes one row, filling down all below it', () => {
  const rows = [row('A'), row('B'), row('C')]
  const typed = withCell(rows, { row: 1, key: 'price' }, '9')
  expect(typed.map(({ price }) => price)).toEqual(['', '9', ''])
  expect(typed[0]).toBe(rows[0])
  expect(filledDown(typed, { row: 1, key: 'price' }).map(({ price }) => price)).toEqual(['', '9', '9'])
})
