import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readXlsx } from 'hucre'
import { describe, expect, it } from 'vitest'
import { root } from '../../build/step.ts'
import { openList, type ListColumn } from '../../db/documents/index.ts'
import type { CellValue, OfficialDocument } from '../../db/documents/document.ts'
import { renderXlsx } from '../../db/documents/xlsx.ts'
import { listColumns } from '../../db/interchange/write/list.ts'
import { sheetWriter } from '../../db/interchange/write/sheet.ts'
import { formSheet } from '../../db/reports/units/form-sheet.ts'
import { wordsIn } from '../../db/words.ts'
import { exportedOf, fileBy, recordOf } from '../support/exported.ts'
import { savedAgain } from './office.ts'
import { quarterlyReport } from './sample.ts'
import { partsOf } from './zip.ts'

/** What somebody may type into any text, hoping that another PC works it out. */
const hostile = [
  `=cmd|' /C calc'!A0`,
  '=HYPERLINK("http://x.example";"bấm vào đây")',
  '=1+1',
  '+1+cmd|x',
  '-2+3+cmd|x',
  '@SUM(1+1)',
  '\t=1+1',
]

/** The formulas of a workbook, whatever wrote it. */
function formulasIn(bytes: Uint8Array): string[] {
  return [...partsOf(bytes)]
    .filter(([name]) => name.startsWith('xl/worksheets/'))
    .flatMap(([, part]) => [...part.toString('utf8').matchAll(/<f[ >][^<]*/g)].map(([found]) => found))
}

async function cellsIn(bytes: Uint8Array): Promise<string[]> {
  const { sheets } = await readXlsx(bytes)
  return sheets.flatMap(({ rows }) => rows.flat()).map((value) => String(value ?? '').trim())
}

const columns: ListColumn<string>[] = [
  { head: '=1+1', width: 20, value: (text) => text },
  { head: 'B', width: 20, value: (text) => `${text} và nữa` },
]

async function listOf(format: 'xlsx' | 'csv'): Promise<Uint8Array> {
  const list = await openList(format, columns, '=1+1')
  list.add(hostile)
  return list.finish()
}

/** Every text of a report is what somebody typed; the figures stay. */
function withTexts(document: OfficialDocument): OfficialDocument {
  let at = 0
  const typed = (value: CellValue): CellValue =>
    typeof value === 'string' && !/^\d{4}-/.test(value) ? (hostile[at++ % hostile.length] ?? '') : value
  const change = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(change)
    if (typeof node !== 'object' || node === null) return node
    if ('type' in node && node.type === 'values' && 'values' in node) {
      const values = Object.entries(node.values as Record<string, CellValue>)
      return { ...node, values: Object.fromEntries(values.map(([key, value]) => [key, typed(value)])) }
    }
    return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, change(value)]))
  }
  return change(document) as OfficialDocument
}

describe('what begins like a formula stays a text', () => {
  it('in a list as xlsx, also after LibreOffice opened and saved it', async () => {
    const bytes = await listOf('xlsx')
    for (const each of [bytes, await savedAgain(bytes, 'xlsx')]) {
      expect(formulasIn(each)).toEqual([])
      expect(await cellsIn(each)).toEqual(expect.arrayContaining(hostile.map((text) => text.trim())))
    }
  })

  it('in a list as CSV, which LibreOffice opens as texts', async () => {
    const opened = await savedAgain(await listOf('csv'), 'csv')
    expect(formulasIn(opened)).toEqual([])
    const cells = await cellsIn(opened)
    for (const text of hostile)
      expect(
        cells.some((cell) => cell.includes(text.trim())),
        text,
      ).toBe(true)
    expect(cells).not.toContain('2')
  })

  it('in every text cell of a report; the sums are the program’s own', async () => {
    const bytes = await renderXlsx(withTexts(quarterlyReport))
    for (const each of [bytes, await savedAgain(bytes, 'xlsx')]) {
      expect(formulasIn(each).filter((found) => !/^<f[^>]*>SUM\([A-Z]+\d+:[A-Z]+\d+\)$/.test(found))).toEqual(
        [],
      )
      expect(await cellsIn(each)).toEqual(expect.arrayContaining(['=1+1', '@SUM(1+1)']))
    }
  })

  it('in the catalogue handed out as a workbook', async () => {
    const items = hostile.map((text, at) => exportedOf(recordOf([`245 00 $a${text}`]), { id: at + 1 }))
    const sheet = listColumns(wordsIn.vi, false)
    const now = '2026-11-10T02:00:00Z'
    const bytes = fileBy(sheetWriter({ columns: sheet, hasCopies: false, name: '=1+1', now }), items)
    expect(formulasIn(bytes)).toEqual([])
    expect(await cellsIn(bytes)).toEqual(expect.arrayContaining(['=1+1', '+1+cmd|x']))
  })

  it('in the form for places without the program', async () => {
    const bytes = await formSheet({ code: '=1+1', name: '=1+1' }, '2026-Q3', wordsIn.vi)
    expect(formulasIn(bytes)).toEqual([])
  })
})

it('one place writes formulas, and none reads them out of data', () => {
  const writers = globSync('db/**/*.ts', { cwd: root })
    .filter((file) => !file.endsWith('.test.ts'))
    .map((file) => [file, readFileSync(join(root, file), 'utf8')] as const)
    .filter(([, source]) => source.includes("'hucre") || source.includes('/xlsx-sheet.ts'))
  expect(writers.length).toBeGreaterThan(4)
  const setting = writers.filter(([, source]) => /\bformula(?:Result)?\s*[=:]/.test(source))
  expect(setting.map(([file]) => file)).toEqual([join('db', 'documents', 'xlsx-table.ts')])
})
