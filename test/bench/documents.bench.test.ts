import { expect, it } from 'vitest'
import type { OfficialDocument, Table } from '../../db/documents/document.ts'
import { render } from '../../db/documents/index.ts'
import { wordsIn } from '../../db/words.ts'
import { eventTable } from '../../db/reports/annex-tables.ts'
import { indicatorRows, quarterlyReport } from '../documents/sample.ts'
import { barePapers, type Bare } from './bare-papers.ts'
import { expectWithin, report, timeMs } from './measure.ts'

const rounds = 15
const figures = 170
const events = 250

const event = {
  from: '2026-08-02',
  to: '2026-08-03',
  typeCode: 'E01',
  typeName: 'Trưng bày, triển lãm sách, báo, tư liệu',
  name: 'Trưng bày tư liệu địa chí về các dân tộc Tây Nguyên nhân Ngày hội Văn hóa',
  place: 'Nhà văn hóa xã Đạ Huoai',
  attended: 120,
}

/** A quarter of a large library: all figures, and a dozen pages of events. */
const paper: OfficialDocument = {
  ...quarterlyReport,
  blocks: quarterlyReport.blocks.map((block) =>
    block.type === 'table' ? { ...block, rows: indicatorRows(figures) } : block,
  ),
  annexes: [
    ...(quarterlyReport.annexes ?? []),
    {
      title: 'Danh sách sự kiện',
      orientation: 'portrait',
      blocks: eventTable(
        Array.from({ length: events }, () => event),
        wordsIn.vi,
      ).blocks,
    },
  ],
}

function bareOf({ blocks, annexes = [] }: OfficialDocument): Bare {
  const all = [...blocks, ...annexes.flatMap((annex) => annex.blocks)]
  return {
    paragraphs: all.flatMap((block) => (block.type === 'paragraph' ? [block.text] : [])),
    tables: all.flatMap((block) => (block.type === 'table' ? [cellsOf(block)] : [])),
  }
}

function cellsOf({ columns, rows }: Table): string[][] {
  const shown = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? `${value}` : '')
  return [
    columns.map(({ label }) => label),
    ...rows.map((row) =>
      columns.map(({ key }, at) =>
        row.type === 'group' ? (at === 0 ? row.label : '') : shown(row.values[key]),
      ),
    ),
  ]
}

it('makes the three papers of a quarter in the time of the bare libraries, twice at most', async () => {
  const bare = bareOf(paper)
  expect(bare.tables.map((rows) => rows.length)).toEqual([figures + 1, 10, events + 2])
  const ours = async () => {
    for (const format of ['docx', 'xlsx', 'pdf'] as const) await render(paper, format)
  }
  // Ours is more code, which takes longer to get warm.
  for (let round = 0; round < 3; round++) {
    await barePapers(bare)
    await ours()
  }
  const ratios: number[] = []
  for (let round = 0; round < rounds; round++) {
    const bareMs = await timeMs(() => barePapers(bare))
    const oursMs = await timeMs(ours)
    report('papers', { bareMs, oursMs })
    ratios.push(oursMs / bareMs)
  }
  expectWithin('papersOverBareLibraries', ratios)
})
