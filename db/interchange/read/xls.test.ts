import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Row } from '../../../shared/interchange/table.ts'
import { compoundOf, recordOf } from '../../../test/support/compound.ts'
import { record, rkNumber, sharedStrings } from './biff.ts'
import { openWorkbook } from './sheet.ts'

async function read(bytes: Uint8Array): Promise<Row[]> {
  const opened = await openWorkbook(bytes)
  if ('problem' in opened) throw new Error(opened.problem.code)
  const rows: Row[] = []
  for (const sheet of opened.sheets.keys()) for await (const batch of opened.rows(sheet)) rows.push(...batch)
  return rows
}

const short = (value: number) => [value & 255, value >> 8]
const long = (value: number) => [...short(value & 0xffff), ...short(value >>> 16)]

/** A workbook with one sheet, in the words of Excel 95. */
function workbookOf95(cells: readonly Buffer[]): Uint8Array {
  const name = Buffer.from('Sach', 'latin1')
  const globals = (at: number) =>
    Buffer.concat([
      recordOf(record.bof, short(0x0500), short(5)),
      recordOf(record.boundSheet, long(at), [0, 0, name.length], name),
      recordOf(record.eof),
    ])
  const sheet = [recordOf(record.bof, short(0x0500), short(0x10)), ...cells, recordOf(record.eof)]
  return compoundOf('Book', Buffer.concat([globals(globals(0).length), ...sheet]))
}

test('a workbook of Excel 95 is read, its text as the bytes that old fonts show as Vietnamese', async () => {
  // “Tên sách” in TCVN3.
  const text = Buffer.from('T\u00AAn s\u00B8ch', 'latin1')
  const rows = await read(
    workbookOf95([
      recordOf(record.label, short(0), short(0), short(0), short(text.length), text),
      recordOf(record.rk, short(0), short(1), short(0), long((1999 << 2) | 2)),
      recordOf(record.boolErr, short(1), short(0), short(0), [0x2a, 1]),
    ]),
  )
  expect(rows).toEqual([
    { at: 1, cells: ['T\u00AAn s\u00B8ch', '1999'], problems: [] },
    { at: 2, cells: [], problems: [{ at: 2, column: 0, code: 'cell_error', detail: '#N/A' }] },
  ])
})

test('a chart within the sheet does not end it', async () => {
  const cell = (row: number) => recordOf(record.rk, short(row), short(0), short(0), long((row << 2) | 2))
  const chart = [recordOf(record.bof, short(0x0500), short(0x20)), cell(7), recordOf(record.eof)]
  const rows = await read(workbookOf95([cell(1), ...chart, cell(2)]))
  expect(rows.map(({ cells }) => cells[0])).toEqual(['1', '2'])
})

test('a sheet cut off keeps its rows and says so', async () => {
  const whole = workbookOf95([recordOf(record.rk, short(0), short(0), short(0), long((5 << 2) | 2))])
  whole[whole.lastIndexOf(record.eof)] = 0xff
  const rows = await read(whole)
  expect(rows[0]?.cells).toEqual(['5'])
  expect(rows[1]?.problems).toMatchObject([{ at: 2, code: 'sheet_broken' }])
})

test('a password of Excel 97 is told from a broken file', async () => {
  const stream = [
    recordOf(record.bof, short(0x0600), short(5)),
    recordOf(record.filePass, short(1)),
    recordOf(record.eof),
  ]
  expect(await openWorkbook(compoundOf('Workbook', Buffer.concat(stream)))).toEqual({
    problem: { code: 'workbook_locked', detail: '' },
  })
  expect(await openWorkbook(compoundOf('WordDocument', Buffer.from('x')))).toMatchObject({
    problem: { code: 'workbook_unsupported' },
  })
})

test('small numbers are packed into four bytes', () => {
  expect(rkNumber((2005 << 2) | 2)).toBe(2005)
  expect(rkNumber((-3 << 2) | 2)).toBe(-3)
  expect(rkNumber((4550 << 2) | 3)).toBe(45.5)
  expect(rkNumber(0x3ff0_0000)).toBe(1)
})

test('a shared string goes on in the next record, and may change its width there', () => {
  const head = [...long(3), ...long(3)]
  const blocks = [
    [...head, ...short(3), 0, 65, 66, 67, ...short(4), 0, 68, 69],
    [1, 0xea, 0x1e, 70, 0, ...short(2), 8, ...short(1), 71, 72],
    [0, 0, 0, 0],
  ]
  expect(sharedStrings(blocks.map((block) => new Uint8Array(block)))).toEqual([
    'ABC',
    'DEỪ'.slice(0, 2) + '\u1EEAF',
    'GH',
  ])
})

test('damage anywhere neither throws nor hangs', async () => {
  const folder = join(import.meta.dirname, '../../../test/documents/interchange')
  let seed = 20_260_731
  const random = (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return seed % below
  }
  for (const name of ['register.xls', 'register.xlsx', 'register.ods', 'dates-1904.xls']) {
    const whole = readFileSync(join(folder, name))
    for (let round = 0; round < 150; round += 1) {
      const bytes = new Uint8Array(whole)
      for (let flips = 0; flips <= random(8); flips += 1) bytes[random(bytes.length)] = random(256)
      const cut = round % 5 === 0 ? bytes.subarray(0, random(bytes.length)) : bytes
      expect(await countRows(cut)).toBeGreaterThanOrEqual(0)
    }
  }
})

async function countRows(bytes: Uint8Array): Promise<number> {
  const opened = await openWorkbook(bytes)
  if ('problem' in opened) return 0
  let count = 0
  for (const sheet of opened.sheets.keys()) for await (const rows of opened.rows(sheet)) count += rows.length
  return count
}
