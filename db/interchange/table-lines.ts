import type { Fail } from '../failure.ts'
import { csvRows } from './read/csv.ts'
import { decodeUtf8, openSource, SourceProblem } from './read/index.ts'
import { firstSheet } from './read/sheet.ts'
import { openSheets } from './table-source.ts'

export type TableLine = { at: number; cells: string[] }

/** The lines of a workbook's first sheet or of a text file. */
export async function linesOf(path: string, fail: Fail<'not_a_table'>): Promise<TableLine[]> {
  try {
    const [source] = await openSource(path)
    if (!source) return fail('not_a_table')
    if (source.kind !== 'csv' && source.kind !== 'sheet') fail('not_a_table')
    const lines: TableLine[] = []
    const workbook = source.kind === 'csv' ? null : await openSheets(source)
    const batches = workbook
      ? workbook.rows(firstSheet(workbook))
      : csvRows(source.chunks(), { decode: decodeUtf8 })
    for await (const batch of batches) lines.push(...batch)
    return lines
  } catch (error) {
    if (error instanceof SourceProblem) return fail('not_a_table')
    throw error
  }
}
