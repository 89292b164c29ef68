import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { renderPdf } from '../../db/documents/pdf.ts'
import { testFolder } from '../support/engine.ts'
import { indicatorRows, quarterlyReport } from './sample.ts'

/** More rows than a page takes, so that the table's head is drawn again. */
const figures = 70
const table = quarterlyReport.blocks.find((block) => block.type === 'table')
let facts: string
let structure: string
let told: string
let shown: string
beforeAll(async () => {
  const blocks = quarterlyReport.blocks.map((block) =>
    block === table ? { ...block, rows: indicatorRows(figures) } : block,
  )
  const file = join(testFolder(), 'report.pdf')
  writeFileSync(file, await renderPdf({ ...quarterlyReport, blocks, annexes: [] }))
  const run = (program: string, ...words: string[]) => execFileSync(program, words, { encoding: 'utf8' })
  facts = run('pdfinfo', file)
  structure = run('pdfinfo', '-struct', file)
  told = run('pdfinfo', '-struct-text', file)
  shown = run('pdftotext', '-raw', file, '-')
}, 120_000)

/** How many elements of a kind there are, as poppler reads the structure. */
const countOf = (kind: string) => structure.match(new RegExp(`^ *${kind}\\b`, 'gm'))?.length ?? 0

it('a report in pdf says what its parts are: one title, its headings, paragraphs', () => {
  expect(facts).toMatch(/Tagged: +yes/)
  expect(countOf('H1')).toBe(1)
  expect(countOf('H2')).toBe(quarterlyReport.blocks.filter(({ type }) => type === 'heading').length)
  expect(told).toContain('"BÁO CÁO"')
})

it('a table has its rows and cells, and a head that is said once on however many pages it stands', () => {
  expect(Number(/Pages: +(\d+)/.exec(facts)?.[1])).toBeGreaterThan(2)
  const columns = table?.type === 'table' ? table.columns.length : 0
  expect(countOf('Table')).toBe(1)
  expect(countOf('TR')).toBe(figures + 1)
  expect(countOf('TH')).toBe(columns)
  expect(countOf('TD')).toBe(figures * columns)
  const head = table?.type === 'table' ? table.columns[1]?.label : undefined
  expect(head).toBeTruthy()
  expect(told.split(`"${head}"`)).toHaveLength(2)
})

it('everything that the pages say is in the structure, in its order, but for the numbers of pages', () => {
  const all = [...told.matchAll(/^ *"(.*)"$/gm)].map(([, text]) => text).join('')
  const bare = (text: string) => text.normalize().replaceAll(/\s/g, '')
  const first = shown.split('\f')[0] ?? ''
  expect(bare(all).startsWith(bare(first).slice(0, 40))).toBe(true)
  for (const block of quarterlyReport.blocks)
    if (block.type === 'paragraph' || block.type === 'heading') expect(bare(all)).toContain(bare(block.text))
})
