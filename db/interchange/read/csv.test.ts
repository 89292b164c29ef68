import { csvLine } from '../../../shared/csv.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Row } from '../../../shared/interchange/table.ts'
import { csvRows, delimiterOf, type Delimiter } from './csv.ts'

const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

async function* inPieces(bytes: Uint8Array, size: number): AsyncIterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

type Options = { delimiter?: Delimiter | null; size?: number; decode?: (bytes: Uint8Array) => string }

async function read(input: string | Uint8Array, options: Options = {}): Promise<Row[]> {
  const bytes = typeof input === 'string' ? new TextEncoder().encode(input) : input
  const rows: Row[] = []
  const pieces = inPieces(bytes, options.size ?? 7)
  for await (const batch of csvRows(pieces, { decode, ...options })) rows.push(...batch)
  return rows
}

const cellsOf = async (input: string | Uint8Array, options?: Options) =>
  (await read(input, options)).map(({ cells }) => cells)

describe('a text table', () => {
  test('keeps quotes, delimiters and line breaks within cells', async () => {
    const text = 'a,"b, c","d ""e"" f","dòng 1\r\ndòng 2"\r\n,,x\r\n\r\n"cuối"'
    expect(await read(text)).toEqual([
      { at: 1, cells: ['a', 'b, c', 'd "e" f', 'dòng 1\r\ndòng 2'], problems: [] },
      { at: 2, cells: ['', '', 'x'], problems: [] },
      { at: 4, cells: ['cuối'], problems: [] },
    ])
  })

  test.each(['\n', '\r\n', '\r'])('breaks its lines at %j', async (line) => {
    expect(await cellsOf(['a,b', '"c",d', 'e,f'].join(line))).toEqual([
      ['a', 'b'],
      ['c', 'd'],
      ['e', 'f'],
    ])
  })

  test('is what was written, whatever is in its cells', async () => {
    const cell = fc.oneof(
      fc.string({ unit: fc.constantFrom('"', ',', ';', '\t', '|', '\n', '\r', ' ', 'ế', 'a', '1', '𠀀') }),
      fc.string({ unit: 'grapheme' }),
    )
    const quoted = (text: string, delimiter: Delimiter) =>
      [delimiter, '"', '\r', '\n', '\uFEFF'].some((mark) => text.includes(mark)) || text.startsWith(' ')
        ? `"${text.replaceAll('"', '""')}"`
        : text
    const table = fc.record({
      rows: fc.array(fc.array(cell, { minLength: 1, maxLength: 6 }), { maxLength: 8 }),
      delimiter: fc.constantFrom(',', ';', '\t', '|'),
      line: fc.constantFrom('\n', '\r\n', '\r'),
      size: fc.integer({ min: 1, max: 200 }),
      hasMark: fc.boolean(),
    })
    await fc.assert(
      fc.asyncProperty(table, async ({ rows, delimiter, line, size, hasMark }) => {
        const text = rows
          .map((row) => row.map((each) => quoted(each, delimiter)).join(delimiter) + line)
          .join('')
        const expected = rows
          .map((row, at) => ({
            at: at + 1,
            cells: row.slice(0, row.findLastIndex((each) => each !== '') + 1),
          }))
          .filter(({ cells }) => cells.length > 0)
        const found = await read((hasMark ? '\uFEFF' : '') + text, { delimiter, size })
        expect(found.map(({ at, cells }) => ({ at, cells }))).toEqual(expected)
        // A sign that stands for letters lost elsewhere is kept, and said.
        const lost = expected
          .map(({ at, cells }) => ({ at, column: cells.findIndex((text) => text.includes('\uFFFD')) }))
          .filter(({ column }) => column >= 0)
        const said = found.flatMap(({ problems }) => problems)
        expect(said.map(({ at, column }) => ({ at, column }))).toEqual(lost)
      }),
      {
        numRuns: 300,
        examples: [[{ rows: [['\uFFFD', '']], delimiter: ',', line: '\n', size: 1, hasMark: false }]],
      },
    )
  })

  test('neither throws nor loses a row of any bytes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 400 }),
        fc.integer({ min: 1, max: 60 }),
        async (bytes, size) => {
          const rows = await read(bytes, { size, delimiter: ',' })
          const letters = bytes.filter((byte) => byte >= 0x41 && byte <= 0x5a).length
          const kept = rows
            .flatMap(({ cells }) => cells)
            .join('')
            .replace(/[^A-Z]/g, '').length
          if (!isWide(bytes)) expect(kept).toBe(letters)
        },
      ),
      { numRuns: 300 },
    )
  })

  test('comes in any encoding whose bytes are told how to be read', async () => {
    const tcvn3 = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1').replaceAll('\u00AA', 'ê')
    expect(await cellsOf(new Uint8Array([0x54, 0xaa, 0x6e, 0x3b, 0x31]), { decode: tcvn3 })).toEqual([
      ['Tên', '1'],
    ])
  })

  test.each(['utf16le', 'utf16be'])('comes in %s, with its mark or without', async (encoding) => {
    const wide = (text: string) => {
      const bytes = Buffer.from(text, 'utf16le')
      return new Uint8Array(encoding === 'utf16be' ? bytes.swap16() : bytes)
    }
    const text = 'Nhan đề\tTác giả\r\nTruyện Kiều\tNguyễn Du\r\n'
    const cells = [
      ['Nhan đề', 'Tác giả'],
      ['Truyện Kiều', 'Nguyễn Du'],
    ]
    expect(await cellsOf(wide(`\uFEFF${text}`))).toEqual(cells)
    expect(await cellsOf(wide(text))).toEqual(cells)
  })

  test('tells of what is no text', async () => {
    const rows = await read(new Uint8Array([0x61, 0x2c, 0xff, 0x0a, 0x62, 0x0a]))
    expect(rows[0]?.problems).toEqual([{ at: 1, column: 1, code: 'text_undecoded', detail: '\uFFFD' }])
    expect(rows[1]?.problems).toEqual([])
  })
})

function isWide(bytes: Uint8Array): boolean {
  return bytes.includes(0) || (bytes[0] ?? 0) >= 0xfe
}

describe('a text table written by hand', () => {
  test('may open a title with a quote, which closes no cell', async () => {
    const rows = await read('1,"Đất rừng" phương Nam,1957\n2,Truyện Kiều,1820\n')
    expect(rows.map(({ cells }) => cells)).toEqual([
      ['1', '"Đất rừng" phương Nam', '1957'],
      ['2', 'Truyện Kiều', '1820'],
    ])
    expect(rows[0]?.problems).toMatchObject([{ at: 1, column: 1, code: 'quote_stray' }])
  })

  test('may never close a quote; the rows behind it stay rows', async () => {
    const later = Array.from({ length: 50 }, (_, at) => `${at},x`).join('\n')
    const rows = await read(`1,"Thép đã tôi thế đấy\n${later}\n`, { size: 50 })
    expect(rows).toHaveLength(51)
    expect(rows[0]).toMatchObject({
      cells: ['1', '"Thép đã tôi thế đấy'],
      problems: [{ column: 1, code: 'quote_unclosed' }],
    })
  })

  test('may never close a quote in a file far too long to wait for its end', async () => {
    const later = Array.from({ length: 60_000 }, (_, at) => `${at},xyz`).join('\n')
    const rows = await read(`1,"mở\n${later}\n`, { size: 65_536 })
    expect(rows).toHaveLength(60_001)
  })

  test('may have a space before its quotes', async () => {
    expect(await cellsOf('1, "a, b" ,c\n')).toEqual([['1', 'a, b', 'c']])
  })

  test('may be a thousand columns of nothing', async () => {
    const rows = await read(`a${','.repeat(3000)}b\n`, { size: 1000 })
    expect(rows).toMatchObject([{ cells: ['a'], problems: [{ code: 'too_many_columns', detail: 'b' }] }])
  })
})

test('a list of ours with texts that begin like formulas comes back as it was', async () => {
  const cells = ['=1+1', "'=1+1", '-2+3', '+84 912', "'thơ'", '"=a"']
  expect(await cellsOf(csvLine(cells))).toEqual([cells])
})

describe('the delimiter', () => {
  test.each([
    ['Nhan đề;Tác giả;Năm\nA, B và C;X, Y;2001\nD;Z;2002\n', ';'],
    ['Nhan đề,Tác giả,Năm\n"A; B",X,2001\nC,Z,2002\n', ','],
    ['Nhan đề\tTác giả\nA, B, C\tX\nD\tY; Z\n', '\t'],
    ['Nhan đề|Tác giả\nA|B\n', '|'],
    ['chỉ một cột\nkhông có gì khác\n', ','],
    ['', ','],
    ['sep=|\na,b,c|d\n', '|'],
  ])('of %j is %j', (text, delimiter) => {
    expect(delimiterOf(text)).toBe(delimiter)
  })

  test('may be named by Excel in a line of its own, which is no row', async () => {
    expect(await read('sep=;\r\na;b\r\n')).toEqual([{ at: 2, cells: ['a', 'b'], problems: [] }])
  })
})
