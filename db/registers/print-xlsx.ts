import { writeXlsx, type CellStyle, type CellValue } from 'hucre'
import { readBookNumber, type RegisterColumn } from '../../shared/registers/rules.ts'
import { clean } from '../documents/numbers.ts'
import { fontName, wrappedLines } from '../documents/paper.ts'
import {
  emptyDraft,
  look,
  put,
  putSpan,
  repeatedRow,
  ruledBorder,
  sheetName,
  type SheetDraft,
} from '../documents/xlsx-sheet.ts'
import { firstSummed, type PrintedLine, type PrintedPage } from './pages.ts'
import type { BookWords } from './print-words.ts'

const [size, smallSize] = [9, 7]
const figures = '[$-42A]#,##0'
const [rowPt, headPt] = [24, 36]
/** Width of one character of the sheet's face, in points. */
const characterPt = 5.2
const widthOf = (weight: number) => Math.round(weight * 1.15)
const red = { rgb: 'B00000' } as const
const titleStyle = look({ font: { bold: true, size: 13 }, alignment: { horizontal: 'center' } })
const leftStyle = look({ font: { bold: true, size }, alignment: { horizontal: 'left', wrapText: false } })
const noteStyle = look({
  font: { italic: true, size: 9 },
  alignment: { horizontal: 'left', wrapText: false },
})
const headStyle = look({
  font: { bold: true, size },
  alignment: { horizontal: 'center' },
  border: ruledBorder,
})
const numberStyle = look({
  font: { italic: true, size: 9 },
  alignment: { horizontal: 'center' },
  border: ruledBorder,
})
const labelStyle = look({
  font: { bold: true, size },
  alignment: { horizontal: 'right' },
  border: ruledBorder,
})
const sumStyle = look({
  font: { bold: true, size },
  alignment: { horizontal: 'right' },
  border: ruledBorder,
  numFmt: figures,
})
const hintStyle = look({ font: { italic: true, size: 9 }, alignment: { horizontal: 'center' } })
const signStyle = look({ font: { bold: true, size }, alignment: { horizontal: 'center' } })

/** One sheet: the pages of the book one below the other, each beginning on a new sheet of paper. */
export async function bookXlsx(
  words: BookWords,
  pages: readonly PrintedPage[],
  isLast: boolean,
): Promise<Uint8Array> {
  const draft = emptyDraft()
  const styleOf = lineStyles()
  const breaks: number[] = []
  addHead(draft, words)
  const headRow = draft.rows.length - 1
  for (const page of pages) {
    addPage(draft, words, { page, styleOf })
    breaks.push(draft.rows.length - 1)
  }
  if (isLast && words.closing) addEnding(draft, words)
  const name = sheetName(words.which, new Set())
  const bytes = await writeXlsx({
    sheets: [
      {
        name,
        ...draft,
        columns: [{ width: 6 }, ...words.columns.map(({ weight }) => ({ width: widthOf(weight) }))],
        rowBreaks: breaks.slice(0, -1),
        freezePane: { rows: headRow + 1 },
        pageSetup: {
          paperSize: 'a4',
          orientation: 'landscape',
          fitToPage: true,
          fitToWidth: 1,
          fitToHeight: 0,
          margins: { top: 0.35, bottom: 0.45, left: 0.4, right: 0.4, header: 0.2, footer: 0.2 },
        },
        headerFooter: { oddFooter: `&L&"${fontName},Regular"&7${words.hash.replaceAll('&', '&&')}` },
      },
    ],
    namedRanges: [repeatedRow(name, headRow)],
    defaultFont: { name: fontName, size },
    properties: {
      title: clean(`${words.name} – ${words.which}`),
      creator: clean(words.library),
      lastModifiedBy: clean(words.library),
      created: words.closedAt ?? noInstant,
      modified: words.closedAt ?? noInstant,
    },
  })
  return new Uint8Array(bytes)
}

/** Of an open book the day of its last line would change with it; a fixed one does not. */
const noInstant = new Date('2000-01-01T00:00:00Z')

function addHead(draft: SheetDraft, words: BookWords): void {
  const to = words.columns.length
  for (const text of [words.governingBody, words.library].filter(Boolean))
    put(draft, { row: draft.rows.length, column: 0 }, clean(text).toLocaleUpperCase('vi'), leftStyle)
  const name = clean(words.name).toLocaleUpperCase('vi')
  putSpan(draft, { row: draft.rows.length, from: 0, to }, name, titleStyle)
  putSpan(draft, { row: draft.rows.length, from: 0, to }, `${words.which} · ${words.state}`, signStyle)
  draft.rowDefs.set(draft.rows.length, { height: headPt })
  addRow(draft, ['', ...words.columns.map(({ label }) => label)], headStyle)
  addRow(draft, ['', ...words.columns.map((_, index) => String(index + 1))], numberStyle)
}

function addRow(draft: SheetDraft, values: readonly CellValue[], style: CellStyle): void {
  const row = draft.rows.length
  values.forEach((value, column) => put(draft, { row, column }, value, style))
}

type StyleOf = (line: PrintedLine, column: RegisterColumn, isSmall: boolean) => CellStyle

function addPage(
  draft: SheetDraft,
  words: BookWords,
  { page, styleOf }: { page: PrintedPage; styleOf: StyleOf },
): void {
  const { columns } = words
  putSpan(
    draft,
    { row: draft.rows.length, from: 0, to: columns.length },
    words.pageLabel(page.number),
    noteStyle,
  )
  const sums = firstSummed(page) !== null
  if (sums) addSums(draft, words, { page, which: 'broughtForward' })
  for (const line of page.lines) {
    const row = draft.rows.length
    draft.rowDefs.set(row, { height: rowPt })
    put(draft, { row, column: 0 }, line.number, numberStyle)
    columns.forEach((column, index) => {
      const style = styleOf(line, column, isSmall(line.cells[index] ?? '', column))
      put(draft, { row, column: index + 1 }, valueOf(line, column, index), style)
    })
  }
  if (sums) addSums(draft, words, { page, which: 'ofPage' })
  if (sums) addSums(draft, words, { page, which: 'carriedForward' })
}

/** A page of the book is a sheet of paper, so a row has one height; a longer text is set smaller. */
function isSmall(text: string, { weight }: RegisterColumn): boolean {
  const roomPt = widthOf(weight) * characterPt * 0.8
  return wrappedLines(clean(text), roomPt, { sizePt: size, weight: 'regular' }).length > 2
}

/** Figures stay figures; everything else is shown as it was written. */
function valueOf(line: PrintedLine, { kind }: RegisterColumn, index: number): CellValue {
  const text = clean(line.cells[index] ?? '')
  if (kind !== 'money' && kind !== 'count') return text
  return text === '' ? null : (readBookNumber(text) ?? text)
}

function lineStyles(): StyleOf {
  const styles = new Map<string, CellStyle>()
  return ({ isCorrection, isStruck }, { kind }, small) => {
    const name = [kind, isCorrection, isStruck, small].join('|')
    const known = styles.get(name)
    if (known) return known
    const isFigure = kind === 'money' || kind === 'count'
    const made = look({
      font: {
        size: small ? smallSize : size,
        ...(isCorrection ? { color: red } : {}),
        ...(isStruck ? { strikethrough: true } : {}),
      },
      alignment: { horizontal: isFigure ? 'right' : kind === 'text' ? 'left' : 'center' },
      border: ruledBorder,
      ...(isFigure ? { numFmt: figures } : {}),
    })
    styles.set(name, made)
    return made
  }
}

type Which = 'broughtForward' | 'ofPage' | 'carriedForward'

function addSums(
  draft: SheetDraft,
  words: BookWords,
  { page, which }: { page: PrintedPage; which: Which },
): void {
  const first = firstSummed(page) ?? 0
  const row = draft.rows.length
  putSpan(draft, { row, from: 0, to: first }, words[which], labelStyle)
  page.before.slice(first).forEach((before, offset) => {
    const own = page.own[first + offset] ?? 0
    const sum = { broughtForward: before, ofPage: own, carriedForward: (before ?? 0) + own }[which]
    put(draft, { row, column: first + 1 + offset }, before === null ? null : sum, sumStyle)
  })
}

function addEnding(draft: SheetDraft, words: BookWords): void {
  const to = words.columns.length
  const half = Math.floor(to / 2)
  putSpan(draft, { row: draft.rows.length, from: 0, to }, words.closing, noteStyle)
  const line = (textOf: (signer: BookWords['signers'][number]) => string, style: CellStyle) => {
    const row = draft.rows.length
    words.signers.forEach((signer, index) =>
      putSpan(draft, { row, from: index * (half + 1), to: index === 0 ? half : to }, textOf(signer), style),
    )
  }
  line(({ capacity }) => clean(capacity).toLocaleUpperCase('vi'), signStyle)
  line(() => words.signHere, hintStyle)
  draft.rowDefs.set(draft.rows.length, { height: 50 })
  line(({ name }) => clean(name), signStyle)
}
