import type { CellValue } from 'hucre'
import { csvBegin, csvLine } from '../../shared/csv.ts'

/** How a column of a list reads a row; figures stay figures, so that a sheet can count with them. */
export type ListColumn<Row> = { head: string; width: number; value: (row: Row) => string | number | null }

/** A list under way to a file: rows come in as they are read, none is kept as an object. */
export type ListFile<Row> = { add: (rows: readonly Row[]) => void; finish: () => Promise<Uint8Array> }

export async function openList<Row>(
  format: 'xlsx' | 'csv',
  columns: readonly ListColumn<Row>[],
  name: string,
): Promise<ListFile<Row>> {
  return format === 'csv' ? csvList(columns) : xlsxList(columns, name)
}

function csvList<Row>(columns: readonly ListColumn<Row>[]): ListFile<Row> {
  const parts = [Buffer.from(csvBegin + csvLine(columns.map(({ head }) => head)))]
  return {
    add: (rows) =>
      parts.push(Buffer.from(rows.map((row) => csvLine(columns.map(({ value }) => value(row)))).join(''))),
    finish: async () => new Uint8Array(Buffer.concat(parts)),
  }
}

async function xlsxList<Row>(columns: readonly ListColumn<Row>[], name: string): Promise<ListFile<Row>> {
  const { XlsxStreamWriter } = await import('hucre/xlsx')
  const writer = new XlsxStreamWriter({
    name,
    columns: columns.map(({ head, width }) => ({ header: head, width })),
    freezePane: { rows: 1 },
    repeatHeaders: true,
  })
  return {
    add(rows) {
      for (const row of rows) writer.addRow(columns.map(({ value }): CellValue => value(row)))
    },
    finish: () => writer.finish(),
  }
}
