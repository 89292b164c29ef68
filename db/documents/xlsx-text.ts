import type { FontStyle, WriteSheet } from 'hucre'
import type { Orientation, Square } from './document.ts'
import { contentWidthPt, evenLines, firstLineMm, ptOfMm, sizesPt, wrappedLines } from './paper.ts'
import type { Worded, WordedAnnex, WordedBlock, WordedSignature } from './worded.ts'
import { emptyDraft, look, printed, putSpan, type SheetDraft, type Span } from './xlsx-sheet.ts'

/** Twelve equal columns, so that a line can be halved, thirded or quartered. */
const gridColumns = 12
const half = 6
const lineGap = 1.25
/** Programs draw a line a little wider than its face says. */
const roomShare = 0.95
/** Excel refuses rows higher than 409 points. */
const mostLines = 20

type Horizontal = 'left' | 'center' | 'right' | 'justify'
type Line = {
  text: string
  font?: FontStyle
  horizontal?: Horizontal
  span?: Omit<Span, 'row'>
  beforePt?: number
}
type Page = { draft: SheetDraft; widthPt: number }

const whole = { from: 0, to: gridColumns - 1 }
const left = { from: 0, to: half - 2 }
const right = { from: half - 1, to: gridColumns - 1 }

function lineCount({ text, font, span = whole }: Line, widthPt: number): number {
  const roomPt = ((widthPt * (span.to - span.from + 1)) / gridColumns) * roomShare
  const face = { sizePt: font?.size ?? sizesPt.text, weight: font?.bold ? 'bold' : 'regular' } as const
  return wrappedLines(text, roomPt, face).length
}

/** Merged cells never grow by themselves, so each row gets the height its longest text needs. */
function addRow({ draft, widthPt }: Page, lines: Line[]): void {
  const row = draft.rows.length
  let height = 0
  for (const line of lines) {
    const size = line.font?.size ?? sizesPt.text
    const style = look({
      font: { size, ...line.font },
      alignment: { horizontal: line.horizontal ?? 'left', vertical: line.beforePt ? 'bottom' : 'center' },
    })
    putSpan(draft, { row, ...(line.span ?? whole) }, line.text, style)
    height = Math.max(height, lineCount(line, widthPt) * size * lineGap + (line.beforePt ?? 3))
  }
  draft.rowDefs.set(row, { height: Math.min(409, Math.round(height)) })
}

/** A paragraph too high for one row goes on in the next. */
function addParagraph(page: Page, line: Line): void {
  const lines = lineCount(line, page.widthPt)
  if (lines <= mostLines) return addRow(page, [line])
  const size = Math.floor((line.text.length / lines) * mostLines)
  const cut = line.text.lastIndexOf(' ', size)
  const end = cut > 0 ? cut : size
  addRow(page, [{ ...line, text: line.text.slice(0, end) }])
  addParagraph(page, { ...line, text: line.text.slice(end).trimStart() })
}

function addLetterhead(page: Page, paper: Worded): void {
  const bold = { bold: true }
  const centred = (text: string, span: Omit<Span, 'row'>, font: FontStyle): Line => ({
    text,
    span,
    horizontal: 'center',
    font,
  })
  const body = centred(paper.issuingBody, left, { ...bold, size: 12 })
  const motto = centred(paper.motto, right, { ...bold, size: 13, underline: true })
  const state = centred(paper.state, right, { ...bold, size: 12 })
  if (paper.governingBody) {
    const roomPt = (page.widthPt * (left.to + 1)) / gridColumns
    const lines = evenLines(paper.governingBody, roomPt * roomShare, { sizePt: 12, weight: 'regular' })
    addRow(page, [centred(lines.join('\n'), left, { size: 12 }), state])
    addRow(page, [body, motto])
  } else {
    addRow(page, [body, state])
    addRow(page, [motto])
  }
  addRow(page, [
    { ...centred(paper.numberLine, left, { size: 13 }), beforePt: 8 },
    { ...centred(paper.placeAndDate, right, { size: 13, italic: true }), beforePt: 8 },
  ])
  if (paper.aboutLine) addRow(page, [centred(paper.aboutLine, left, { size: 12 })])
  if (paper.kind) addRow(page, [{ ...centred(paper.kind, whole, { ...bold, size: 14 }), beforePt: 18 }])
  const subject = evenLines(paper.subject, page.widthPt * roomShare, { sizePt: 14, weight: 'bold' }).join(
    '\n',
  )
  if (subject) addRow(page, [centred(subject, whole, { ...bold, size: 14 })])
  const [only, ...others] = paper.addressees
  if (only !== undefined && others.length === 0) {
    addRow(page, [{ text: `${paper.addresseesLabel} ${only}`, horizontal: 'center', beforePt: 12 }])
  } else if (only !== undefined) {
    addRow(page, [{ text: paper.addresseesLabel, span: { from: 2, to: gridColumns - 1 }, beforePt: 12 }])
    for (const text of paper.addressees) addRow(page, [{ text, span: { from: 3, to: gridColumns - 1 } }])
  }
}

function addSignatures(page: Page, places: WordedSignature[]): void {
  const width = Math.floor(gridColumns / places.length)
  const span = (index: number) => ({ from: index * width, to: (index + 1) * width - 1 })
  const depth = Math.max(...places.map((place) => place.capacity.length))
  const row = (textOf: (place: WordedSignature) => string, font: FontStyle, beforePt?: number) =>
    addRow(
      page,
      places.map((place, index) => ({
        text: textOf(place),
        font,
        horizontal: 'center',
        span: span(index),
        ...(beforePt ? { beforePt } : {}),
      })),
    )
  addRow(page, [{ text: '' }])
  for (let line = 0; line < depth; line += 1)
    row((place) => place.capacity[line] ?? '', { bold: true, size: 13 })
  row((place) => place.note, { italic: true, size: 11 })
  row((place) => place.name, { bold: true, size: 13 }, 56)
}

function addEnding(page: Page, paper: Worded): void {
  const { signature } = paper
  const leftLines: Line[] = paper.recipients.map((text) => ({
    text,
    span: left,
    font: { size: sizesPt.recipients },
  }))
  const labelFont = { size: sizesPt.recipientsLabel, bold: true, italic: true }
  if (leftLines.length > 0) leftLines.unshift({ text: paper.recipientsLabel, span: left, font: labelFont })
  const centred = { span: right, horizontal: 'center' } as const
  const bold = { bold: true, size: sizesPt.text }
  const rightLines: Line[] = signature
    ? signature.capacity.map((text) => ({ ...centred, text, font: bold }))
    : []
  if (signature?.note)
    rightLines.push({ ...centred, text: signature.note, font: { italic: true, size: sizesPt.note } })
  const rows = Math.max(leftLines.length, rightLines.length)
  if (rows > 0) addRow(page, [{ text: '' }])
  for (let index = 0; index < rows; index += 1) {
    addRow(
      page,
      [leftLines[index], rightLines[index]].filter((line) => line !== undefined),
    )
  }
  if (signature) addRow(page, [{ ...centred, text: signature.name, font: bold, beforePt: 50 }])
}

/** A picture fills the cells it is anchored to: two columns, and a row as high as they are wide. */
function addPicture(
  page: Page,
  { code, picture }: { code: string; picture: Uint8Array },
  from: number,
): void {
  const row = page.draft.rows.length
  addRow(page, [{ text: '' }])
  page.draft.rowDefs.set(row, { height: Math.round((page.widthPt / gridColumns) * 2) })
  page.draft.images.push({
    data: picture,
    type: 'png',
    anchor: { from: { row, col: from }, to: { row: row + 1, col: from + 2 } },
    altText: code,
  })
}

/** Two to three no-break spaces a letter height: a sheet knows no first-line indent. */
const indent = '\u00A0'.repeat(Math.round(ptOfMm(firstLineMm) / (sizesPt.text / 4)))

function addBlock(page: Page, block: Exclude<WordedBlock, { type: 'table' }>): void {
  switch (block.type) {
    case 'heading':
      return addRow(page, [
        { text: indent + block.text, font: { bold: true, italic: block.level === 3 }, beforePt: 8 },
      ])
    case 'square': {
      addRow(page, [{ text: block.code, font: { size: sizesPt.note }, horizontal: 'right' }])
      return addPicture(page, block, gridColumns - 2)
    }
    case 'signatures':
      return addSignatures(page, block.places)
    case 'paragraph': {
      const italic = block.manner === 'basis' || block.manner === 'note'
      const font = {
        italic,
        bold: block.manner === 'strong',
        size: block.manner === 'note' ? 11 : sizesPt.text,
      }
      if (block.manner === 'centred')
        return addParagraph(page, { text: block.text, font: { ...font, bold: true }, horizontal: 'center' })
      return addParagraph(page, { text: indent + block.lead + block.text, font, horizontal: 'justify' })
    }
  }
}

/** The words of the paper or of one annex; where a table stood, the name of the sheet that holds it. */
export function textSheet(
  name: string,
  {
    paper,
    annex,
    seal,
    seeSheet,
  }: {
    paper: Worded
    annex?: WordedAnnex
    seal?: Square | null
    seeSheet: (table: WordedBlock) => string
  },
): WriteSheet {
  const { orientation, blocks }: { orientation: Orientation; blocks: WordedBlock[] } = annex ?? paper
  const page: Page = { draft: emptyDraft(), widthPt: contentWidthPt(orientation) }
  const title = { bold: true, size: 14 }
  if (annex) {
    addRow(page, [{ text: annex.label, font: title, horizontal: 'center' }])
    addRow(page, [{ text: annex.title, font: title, horizontal: 'center' }])
    addRow(page, [{ text: annex.attached, font: { italic: true }, horizontal: 'center' }])
  } else addLetterhead(page, paper)
  addRow(page, [{ text: '' }])
  for (const block of blocks) {
    if (block.type === 'table') addRow(page, [{ text: indent + seeSheet(block), font: { italic: true } }])
    else addBlock(page, block)
  }
  if (!annex) addEnding(page, paper)
  if (seal) addPicture(page, seal, 0)
  const columnWidth = Math.round((page.widthPt / gridColumns / 5.6) * 10) / 10
  return {
    name,
    ...page.draft,
    columns: Array.from({ length: gridColumns }, () => ({ width: columnWidth })),
    view: { showGridLines: false },
    ...printed(orientation, paper.footer),
  }
}
