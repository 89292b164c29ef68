import { expect, test } from 'vitest'
import { readTable, tableText } from './call-number-table.ts'

test('a table of marks is written a line each and read back as it was', () => {
  const table = [
    { begins: 'Tr', code: '78' },
    { begins: 'Đ', code: 'Đ1' },
  ]
  expect(readTable(tableText(table))).toEqual({ table, wrongLine: null })
})

test('lines pasted from a spreadsheet are read, and the first that says nothing is named', () => {
  expect(readTable('Tr\t78\n\nNg : 12').table).toEqual([
    { begins: 'Tr', code: '78' },
    { begins: 'Ng', code: '12' },
  ])
  expect(readTable('Tr = 78\nvớ vẩn').wrongLine).toBe('vớ vẩn')
})
