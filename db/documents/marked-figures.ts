import type { OfficialDocument } from './document.ts'
import type { Cell } from './numbers.ts'
import { word } from './worded.ts'

/** `name` is what its row is called, `label` its column. */
export type MarkedFigure = {
  mark: string
  code: string
  name: string
  column: string
  label: string
  cell: Cell
}

/** The figures of a document as its files show them, in their order. */
export function markedFigures(document: OfficialDocument): MarkedFigure[] {
  const { blocks, annexes } = word(document)
  return [blocks, ...annexes.map((annex) => annex.blocks)].flat().flatMap((block) => {
    if (block.type !== 'table') return []
    return block.rows.flatMap((row) => {
      if (row.type === 'group') return []
      const named = block.columns.findIndex(({ key }) => key === 'name')
      const name = row.cells[Math.max(0, named)]?.shown ?? ''
      return row.cells.flatMap((cell, index) => {
        const [mark, column] = [row.marks[index], block.columns[index]]
        if (!mark || !column) return []
        return [{ mark, code: row.code, name, column: column.key, label: column.label, cell }]
      })
    })
  })
}
