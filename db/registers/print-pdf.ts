import pdfmake from 'pdfmake'
import type { Content, ContentTable, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces.js'
import { bookNumber } from '../../shared/registers/rules.ts'
import { tinosPaths } from '../documents/fonts.ts'
import { ptOfMm, shareOut, wrappedLines } from '../documents/paper.ts'
import { clean } from '../documents/numbers.ts'
import { firstSummed, type PrintedLine, type PrintedPage } from './pages.ts'
import type { BookWords } from './print-words.ts'

const font = 'Tinos'
const [marginPt, topPt, bottomPt] = [ptOfMm(12), ptOfMm(12), ptOfMm(11)]
const pageWidthPt = ptOfMm(297)
const paddingPt = 3
const linePt = 0.5
const sizePt = 8.5
const rowPt = 25
/** What a row of a fixed height takes: two lines, or three smaller ones. */
const faces = [
  { sizePt, lines: 2 },
  { sizePt: 7.2, lines: 3 },
] as const
/** Below more lines than this the end of the book has no room on the same page. */
const mostBeforeEnding = 10
const red = '#b00000'

/** A book prints alike for ever: nothing in it comes from today's clock. */
export async function bookPdf(words: BookWords, pages: readonly PrintedPage[], isLast: boolean) {
  const files = tinosPaths()
  const ours = new Set<string>(Object.values(files))
  pdfmake.setFonts({ [font]: files })
  pdfmake.setUrlAccessPolicy(() => false)
  pdfmake.setLocalAccessPolicy((path) => ours.has(path))
  return new Uint8Array(await pdfmake.createPdf(definition(words, pages, isLast)).getBuffer())
}

/** Of an open book the day of its last line would change with it; a fixed one does not. */
const noInstant = new Date('2000-01-01T00:00:00Z')

function definition(words: BookWords, pages: readonly PrintedPage[], isLast: boolean): TDocumentDefinitions {
  const widths = columnWidths(words)
  const first = pages[0]?.number ?? 1
  return {
    content: pages.map((page, index): Content => {
      const isEnd = isLast && index === pages.length - 1 && words.closing !== ''
      const isFull = page.lines.length > mostBeforeEnding
      return {
        stack: [heading(words), table(words, page, widths), ...(isEnd ? [ending(words, isFull)] : [])],
        ...(index > 0 ? { pageBreak: 'before' } : {}),
      }
    }),
    footer: (page: number): Content => ({
      columns: [
        { text: words.hash, fontSize: 6.5, margin: [0, 3, 0, 0] },
        {
          text: page <= pages.length ? words.pageLabel(first + page - 1) : '',
          fontSize: 9,
          alignment: 'right',
          width: 60,
        },
      ],
      margin: [marginPt, 8, marginPt, 0],
    }),
    pageSize: 'A4',
    pageOrientation: 'landscape',
    pageMargins: [marginPt, topPt, marginPt, bottomPt + 8],
    defaultStyle: { font, fontSize: sizePt },
    info: {
      title: clean(`${words.name} – ${words.which}`),
      author: clean(words.library),
      creator: 'Kho Sách',
      producer: 'Kho Sách',
      creationDate: words.closedAt ?? noInstant,
    },
    language: words.language === 'vi' ? 'vi-VN' : 'en-GB',
    version: '1.7',
    subset: 'PDF/A-2b',
  }
}

function columnWidths({ columns }: BookWords): number[] {
  const framePt = 2 * paddingPt + linePt
  const roomPt = pageWidthPt - 2 * marginPt - framePt * (columns.length + 1) - linePt
  const weights = [4, ...columns.map(({ weight }) => weight)]
  return shareOut(Math.round(roomPt * 20), weights).map((width) => width / 20)
}

function heading(words: BookWords): Content {
  const left = [words.governingBody, words.library]
    .filter(Boolean)
    .map((text) => clean(text).toLocaleUpperCase('vi'))
  return {
    columns: [
      {
        stack: left.map((text, index) => ({ text, bold: index === left.length - 1, fontSize: 9 })),
        width: '38%',
      },
      {
        stack: [
          { text: clean(words.name).toLocaleUpperCase('vi'), bold: true, fontSize: 12, alignment: 'center' },
        ],
        width: '*',
      },
      {
        stack: [
          { text: clean(words.which), alignment: 'right', fontSize: 9.5, bold: true },
          { text: words.state, alignment: 'right', fontSize: 8, italics: true },
        ],
        width: '24%',
      },
    ],
    margin: [0, 0, 0, 5],
  }
}

function table(words: BookWords, page: PrintedPage, widths: number[]): ContentTable {
  const head = [heads(words), numbers(words)]
  const sums = firstSummed(page) !== null
  const before = sums && page.number > 1 ? [sumRow(words, page, 'broughtForward')] : []
  const after = sums ? [sumRow(words, page, 'ofPage'), sumRow(words, page, 'carriedForward')] : []
  const lines = page.lines.map((line) => lineRow(words, line, widths))
  const empty = sums && page.number === 1 ? [sumRow(words, page, 'broughtForward')] : []
  const body = [...head, ...before, ...empty, ...lines, ...after]
  const fixed = head.length + before.length + empty.length
  return {
    layout: {
      hLineWidth: () => linePt,
      vLineWidth: () => linePt,
      paddingLeft: () => paddingPt,
      paddingRight: () => paddingPt,
      paddingTop: () => 1.5,
      paddingBottom: () => 1.5,
    },
    table: {
      widths,
      heights: (row) => (row === 0 ? 24 : row < fixed || row >= fixed + lines.length ? 11 : rowPt),
      dontBreakRows: true,
      body,
    },
  }
}

function heads({ columns }: BookWords): TableCell[] {
  return ['', ...columns.map(({ label }) => label)].map((text) => ({
    text,
    bold: true,
    fontSize: 8,
    alignment: 'center',
    verticalAlignment: 'middle',
  }))
}

/** The row of column numbers that official books have under their heads. */
function numbers({ columns }: BookWords): TableCell[] {
  return ['', ...columns.map((_, index) => String(index + 1))].map((text) => ({
    text,
    italics: true,
    fontSize: 7.5,
    alignment: 'center',
  }))
}

function lineRow({ columns }: BookWords, line: PrintedLine, widths: number[]): TableCell[] {
  const look = {
    ...(line.isCorrection ? { color: red } : {}),
    ...(line.isStruck ? { decoration: 'lineThrough' as const } : {}),
    verticalAlignment: 'middle' as const,
  }
  const cells = columns.map(({ kind }, index): TableCell => {
    const alignment = kind === 'money' || kind === 'count' ? 'right' : kind === 'text' ? 'left' : 'center'
    return { ...fitted(line.cells[index] ?? '', widths[index + 1] ?? 0), alignment, ...look }
  })
  return [
    { text: String(line.number), alignment: 'center', fontSize: 7.5, verticalAlignment: 'middle' },
    ...cells,
  ]
}

/** A row has its height; what does not fit ends in an ellipsis, the whole of it stands in the file. */
function fitted(text: string, roomPt: number): { text: string; fontSize: number } {
  const said = clean(text)
  const linesAt = (size: number) => wrappedLines(said, roomPt * 0.96, { sizePt: size, weight: 'regular' })
  const face = faces.find(({ sizePt: size, lines }) => linesAt(size).length <= lines)
  if (face) return { text: linesAt(face.sizePt).join('\n'), fontSize: face.sizePt }
  const { sizePt: size, lines } = faces[1]
  const kept = linesAt(size).slice(0, lines)
  const last = kept.at(-1) ?? ''
  const shorter = last.includes(' ') ? last.slice(0, last.lastIndexOf(' ')) : last.slice(0, -2)
  return { text: [...kept.slice(0, -1), `${shorter} …`].join('\n'), fontSize: size }
}

function sumRow(
  words: BookWords,
  page: PrintedPage,
  which: 'broughtForward' | 'ofPage' | 'carriedForward',
): TableCell[] {
  const first = firstSummed(page) ?? 0
  const style = { bold: which !== 'ofPage', fontSize: 8, verticalAlignment: 'middle' as const }
  const label: TableCell = { text: words[which], colSpan: first + 1, alignment: 'right', ...style }
  const filler = Array.from({ length: first }, (): TableCell => ({ text: '' }))
  const cells = page.before.slice(first).map((before, offset): TableCell => {
    const own = page.own[first + offset] ?? 0
    if (before === null) return { text: '' }
    const sums = { broughtForward: before, ofPage: own, carriedForward: before + own }
    return { text: bookNumber(sums[which]), alignment: 'right', ...style }
  })
  return [label, ...filler, ...cells]
}

/** Where the book ends: how much it holds, and who answers for it. */
function ending(words: BookWords, isFull: boolean): Content {
  return {
    ...(isFull ? { pageBreak: 'before' } : {}),
    stack: [
      ...(isFull ? [heading(words)] : []),
      { text: words.closing, italics: true, fontSize: 9, margin: [0, 5, 0, 4] },
      {
        columns: words.signers.map((signer): Content => ({
          stack: [
            {
              text: clean(signer.capacity).toLocaleUpperCase('vi'),
              bold: true,
              alignment: 'center',
              fontSize: 9.5,
            },
            { text: words.signHere, italics: true, alignment: 'center', fontSize: 8 },
            {
              text: clean(signer.name) || ' ',
              bold: true,
              alignment: 'center',
              fontSize: 9.5,
              margin: [0, 34, 0, 0],
            },
          ],
        })),
      },
    ],
    unbreakable: true,
  }
}
