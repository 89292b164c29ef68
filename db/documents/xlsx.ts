import { type NamedRange, type WriteSheet, writeXlsx } from 'hucre'
import type { OfficialDocument } from './document.ts'
import { fontName } from './paper.ts'
import { squareOf } from './square.ts'
import { type Worded, type WordedAnnex, type WordedBlock, type WordedTable, word } from './worded.ts'
import { sheetName } from './xlsx-sheet.ts'
import { type SheetHead, tableSheet } from './xlsx-table.ts'
import { textSheet } from './xlsx-text.ts'

type Named = { table: WordedTable; name: string; annex?: WordedAnnex }

function headLines({ table, annex }: Named): SheetHead['lines'] {
  const lines = annex
    ? [
        { text: annex.label, bold: true, italic: false },
        { text: annex.title, bold: true, italic: false },
        { text: annex.attached, bold: false, italic: true },
      ]
    : []
  if (table.caption) lines.push({ text: table.caption, bold: true, italic: false })
  return lines
}

/** A sheet is called by its annex, or by its caption up to the first stop: “Bảng 1. Kết quả …” is “Bảng 1”. */
function nameTables(paper: Worded, taken: Set<string>): Named[] {
  const tablesOf = (blocks: WordedBlock[]) => blocks.filter((block) => block.type === 'table')
  const inText = tablesOf(paper.blocks).map((table, index): Named => {
    const said = table.caption.split('.')[0] ?? ''
    return { table, name: sheetName(said || paper.sheetWords.table(index + 1), taken) }
  })
  const inAnnexes = paper.annexes.flatMap((annex) =>
    tablesOf(annex.blocks).map((table): Named => ({ table, name: sheetName(annex.label, taken), annex })),
  )
  return [...inText, ...inAnnexes]
}

export async function renderXlsx(document: OfficialDocument): Promise<Uint8Array> {
  const paper = word(document)
  const taken = new Set<string>()
  const mainName = sheetName(paper.sheetWords.text, taken)
  const tables = nameTables(paper, taken)
  const seeSheet = (block: WordedBlock) =>
    paper.sheetWords.see(tables.find(({ table }) => table === block)?.name ?? '')
  const seal = paper.seal ? await squareOf(paper.seal) : null
  const sheets: WriteSheet[] = [textSheet(mainName, { paper, seal, seeSheet })]
  const namedRanges: NamedRange[] = []
  for (const annex of paper.annexes) {
    if (annex.blocks.every((block) => block.type === 'table')) continue
    sheets.push(textSheet(sheetName(annex.label, taken), { paper, annex, seeSheet }))
  }
  for (const named of tables) {
    const orientation = named.annex?.orientation ?? paper.orientation
    const head = { name: named.name, lines: headLines(named) }
    const page = { orientation, language: paper.language, footer: paper.footer }
    const { sheet, names } = tableSheet(named.table, head, page)
    sheets.push(sheet)
    namedRanges.push(...names)
  }
  const bytes = await writeXlsx({
    sheets,
    namedRanges,
    defaultFont: { name: fontName, size: 12 },
    properties: {
      title: paper.title,
      creator: paper.author,
      lastModifiedBy: paper.author,
      created: paper.madeOn,
      modified: paper.madeOn,
    },
  })
  return new Uint8Array(bytes)
}
