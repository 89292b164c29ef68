import { setTimeout } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { quarterlyReport } from '../../test/documents/sample.ts'
import { partsOf } from '../../test/documents/zip.ts'
import type { OfficialDocument, Table } from './document.ts'
import { render } from './index.ts'

const drawing = { width: 600, height: 200, title: 'Tiến độ', shapes: [] }
const chart: Table = {
  type: 'table',
  columns: [
    { key: 'to', label: 'Đến ngày', weight: 1, kind: 'date' },
    { key: 'done', label: 'Lũy kế', weight: 1, kind: 'number' },
  ],
  rows: [
    { type: 'values', values: { to: '2026-07-05', done: 10 } },
    { type: 'values', values: { to: '2026-07-12', done: 12 } },
    { type: 'total', values: { done: 22 }, sums: ['done'] },
  ],
  chart: { along: 'to', lines: [{ key: 'done', manner: 'done' }], drawing },
}
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)
const paper: OfficialDocument = {
  ...quarterlyReport,
  blocks: [...quarterlyReport.blocks, chart, { type: 'square', code: 'ABC', picture }],
}

it.each(['docx', 'xlsx'] as const)(
  'the same paper printed at two moments is the same %s, part by part',
  async (format) => {
    const first = partsOf(await render(paper, format))
    await setTimeout(2100)
    const second = partsOf(await render(paper, format))
    expect([...second.keys()]).toEqual([...first.keys()])
    const different = [...first]
      .filter(([path, bytes]) => !second.get(path)?.equals(bytes))
      .map(([path]) => path)
    expect(different).toEqual([])
  },
)

it('a sum in a sheet counts its column again', async () => {
  const sheets = [...partsOf(await render({ ...paper, blocks: [chart] }, 'xlsx'))]
  const formulas = sheets.flatMap(
    ([, bytes]) => bytes.toString('utf8').match(/<f>[^<]+<\/f><v>[^<]+<\/v>/g) ?? [],
  )
  expect(formulas).toEqual(['<f>SUM(B2:B3)</f><v>22</v>'])
})
