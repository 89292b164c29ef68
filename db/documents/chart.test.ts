import { inflateSync } from 'node:zlib'
import { readXlsx } from 'hucre'
import { expect, it } from 'vitest'
import { quarterlyReport } from '../../test/documents/sample.ts'
import { partOf } from '../../test/documents/zip.ts'
import type { OfficialDocument, Table } from './document.ts'
import { render } from './index.ts'

const table: Table = {
  type: 'table',
  caption: 'Biểu đồ 1. Số tên đã xong',
  columns: [
    { key: 'to', label: 'Đến ngày', weight: 1, kind: 'date' },
    { key: 'done', label: 'Lũy kế', weight: 1, kind: 'number' },
    { key: 'forecast', label: 'Dự báo', weight: 1, kind: 'number' },
  ],
  rows: [
    { type: 'values', values: { to: '2026-07-05', done: 10 } },
    { type: 'values', values: { to: '2026-07-12', done: 1200, forecast: 1200 } },
    { type: 'values', values: { to: '2026-09-30', forecast: 2000 } },
  ],
  chart: {
    along: 'to',
    lines: [
      { key: 'done', manner: 'done' },
      { key: 'forecast', manner: 'forecast' },
    ],
    drawing: {
      width: 600,
      height: 200,
      title: 'Số tên đã xong, từng tuần',
      shapes: [
        {
          kind: 'line',
          manner: 'done',
          points: [
            [0, 0],
            [50, 70],
          ],
        },
        { kind: 'text', at: [60, 70], text: 'Máy <A> & B', anchor: 'start' },
      ],
    },
  },
}
const paper: OfficialDocument = { ...quarterlyReport, blocks: [table], annexes: [] }
const valuesIn = (xml: string) =>
  [...xml.matchAll(/<c:val>.*?<\/c:val>/gs)].map(([part]) =>
    [...part.matchAll(/<c:pt idx="(\d+)"><c:v>([^<]*)/g)].map(([, index, value]) => [
      Number(index),
      Number(value),
    ]),
  )

it('docx holds a chart of Word with the figures of the table, gaps left as gaps', async () => {
  const bytes = await render(paper, 'docx')
  const chart = partOf(bytes, 'word/charts/chart1.xml')
  expect(valuesIn(chart)).toEqual([
    [
      [0, 10],
      [1, 1200],
    ],
    [
      [1, 1200],
      [2, 2000],
    ],
  ])
  expect(chart).toContain('<c:dateAx>')
  expect(chart).toContain('<c:dispBlanksAs val="gap"/>')
  expect(partOf(bytes, 'word/document.xml')).toContain('descr="Số tên đã xong, từng tuần"')
})

it('xlsx draws the cells of the sheet themselves, so that a changed cell changes the line', async () => {
  const bytes = await render(paper, 'xlsx')
  const chart = partOf(bytes, 'xl/charts/chart1.xml')
  const ranges = [...chart.matchAll(/<c:(?:xVal|yVal)>.*?<c:f>([^<]*)<\/c:f>/gs)].map(([, range]) => range)
  expect(ranges).toEqual([
    "'Biểu đồ 1'!$A$3:$A$5",
    "'Biểu đồ 1'!$B$3:$B$5",
    "'Biểu đồ 1'!$A$3:$A$5",
    "'Biểu đồ 1'!$C$3:$C$5",
  ])
  const { sheets } = await readXlsx(bytes)
  const rows = sheets.find(({ name }) => name === 'Biểu đồ 1')?.rows ?? []
  expect(rows.slice(2, 5).map((row) => row.slice(1))).toEqual([
    [10, null],
    [1200, 1200],
    [null, 2000],
  ])
})

it('pdf holds the drawing as lines, not as a picture', async () => {
  const file = Buffer.from(await render(paper, 'pdf'))
  expect(file.toString('latin1')).not.toContain('/Subtype /Image')
  const begin = file.indexOf('stream\n') + 'stream\n'.length
  expect(inflateSync(file.subarray(begin)).toString('latin1')).toMatch(/0 0 m\s+50 70 l/)
})

it('a table without a chart has none in any format', async () => {
  const { chart: _, ...plain } = table
  const bytes = await render({ ...paper, blocks: [plain] }, 'docx')
  expect(() => partOf(bytes, 'word/charts/chart1.xml')).toThrow(/no part/)
})
