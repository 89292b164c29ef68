import type { BarManner } from '../../shared/drawing.ts'
import type { BarChart } from './document.ts'
import type { Cell } from './numbers.ts'
import { hundredths, wholeNumbers } from './paper.ts'
import type { WordedChart, WordedTable } from './worded.ts'

/** To be told apart on paper that knows no colours. */
export const barColors: Record<BarManner, string> = { now: '333333', before: 'BFBFBF' }

export function cellsUnder({ columns, rows }: WordedTable, key: string): (Cell | undefined)[] {
  const at = columns.findIndex((column) => column.key === key)
  return rows.flatMap((row) => (row.type === 'values' ? [row.cells[at]] : []))
}

/** What is no figure is a gap, which is not 0. */
export const numberIn = (cell: Cell | undefined) => (cell?.kind === 'number' ? cell.value : null)

export const labelOf = ({ columns }: WordedTable, key: string) =>
  columns.find((column) => column.key === key)?.label ?? ''

/** Fractions are shown where any of the numbers has one. */
export function barNumbers(table: WordedTable, { bars, rows, language }: WordedChart & BarChart): string {
  const values = bars.flatMap(({ key }) => cellsUnder(table, key).slice(0, rows).map(numberIn))
  const isWhole = values.every((value) => value === null || Number.isInteger(value))
  return (isWhole ? wholeNumbers : hundredths)[language]
}
