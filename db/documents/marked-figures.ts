import type { OfficialDocument } from './document.ts'
import type { Cell } from './numbers.ts'
import { word } from './worded.ts'

export type MarkedFigure = { mark: string; code: string; column: string; label: string; cell: Cell }

/** The figures of a document as its files show them, in their order. */
export function markedFigures(document: OfficialDocument): MarkedFigure[] {
  const { blocks, annexes } = word(document)
  return [blocks, ...annexes.map((annex) => annex.blocks)].flat().flatMap((block) => {
    if (block.type !== 'table') return []
    return block.rows.flatMap((row) => {
      if (row.type !== 'values') return []
      return row.cells.flatMap((cell, index) => {
        const [mark, column] = [row.marks[index], block.columns[index]]
        return mark && column ? [{ mark, code: row.code, column: column.key, label: column.label, cell }] : []
      })
    })
  })
}
