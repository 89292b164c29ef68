import { recogniser, type Recognised } from './recognised.ts'

/** Columns of what Tesseract writes as a table: one row for each page, block, paragraph, line and word. */
const levels = { page: 1, block: 2, paragraph: 3, line: 4, word: 5 }
const confidenceColumn = 10
const textColumn = 11

/** Null for what is no such table. */
export function readTsv(tsv: string): Recognised | null {
  const [head, ...rows] = tsv.split(/\r?\n/)
  if (!head?.startsWith('level\t')) return null
  const found = recogniser()
  for (const row of rows) {
    const cells = row.split('\t')
    const level = Number(cells[0])
    if (level === levels.paragraph) found.paragraph()
    else if (level === levels.line) found.line()
    else if (level === levels.word) {
      const word = cells.slice(textColumn).join('\t').trim()
      if (word !== '') found.word(word, Math.max(0, Number(cells[confidenceColumn])))
    }
  }
  return found.result()
}
