import pdfmake from 'pdfmake'
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js'
import {
  type Bibliography,
  type BibliographyEntry,
  type BibliographyIndex,
  bibliographyFace as face,
  unbroken,
} from './bibliography.ts'
import { tinosPaths } from './fonts.ts'
import { clean } from './numbers.ts'
import {
  afterParagraphPt,
  contentWidthPt,
  firstLineMm,
  lineHeight,
  marginsMm,
  paperMm,
  ptOfMm,
  ruleShare,
  sizesPt,
  textWidthPt,
} from './paper.ts'
import { centred, evenly, rule } from './pdf-blocks.ts'

const font = 'Tinos'
const widthPt = contentWidthPt('portrait')
const numberPt = ptOfMm(face.numberMm)
/** A longer entry may run over to the next page. */
const longestTied = 1500

export async function bibliographyPdf(bibliography: Bibliography): Promise<Uint8Array> {
  const files = tinosPaths()
  const ours = new Set<string>(Object.values(files))
  pdfmake.setFonts({ [font]: files })
  pdfmake.setUrlAccessPolicy(() => false)
  pdfmake.setLocalAccessPolicy((path) => ours.has(path))
  return new Uint8Array(await pdfmake.createPdf(definition(bibliography)).getBuffer())
}

function definition(bibliography: Bibliography): TDocumentDefinitions {
  const { language, kind, name, issuingBody } = bibliography
  return {
    content: [titlePage(bibliography), ...body(bibliography), ...indexes(bibliography)],
    header: (page: number) => ({
      text: page === 1 ? '' : String(page),
      fontSize: sizesPt.pageNumber,
      alignment: 'center',
      margin: [ptOfMm(marginsMm.left), ptOfMm(marginsMm.pageNumber), ptOfMm(marginsMm.right), 0],
    }),
    pageSize: 'A4',
    pageMargins: [
      ptOfMm(marginsMm.left),
      ptOfMm(marginsMm.top),
      ptOfMm(marginsMm.right),
      ptOfMm(marginsMm.bottom),
    ],
    defaultStyle: { font, fontSize: face.entryPt },
    info: {
      title: clean(`${kind} – ${name}`),
      author: clean(issuingBody),
      creator: 'Kho Sách',
      producer: 'Kho Sách',
    },
    language: language === 'vi' ? 'vi-VN' : 'en-GB',
    version: '1.7',
    subset: 'PDF/A-2b',
  }
}

/** Who above, what in the middle, where and when at the foot, each at its own height. */
function titlePage(bibliography: Bibliography): Content {
  const { governingBody, issuingBody, kind, name, extent, imprint, issued } = bibliography
  const capitals = (text: string) => clean(text).toLocaleUpperCase('vi')
  const issuer = capitals(issuingBody)
  const left = ptOfMm(marginsMm.left)
  const placed = (y: number, stack: Content[]): Content => ({
    absolutePosition: { x: left, y },
    columns: [{ width: widthPt, stack }],
  })
  return {
    stack: [
      placed(ptOfMm(marginsMm.top), [
        ...(governingBody === '' ? [] : [evenly(capitals(governingBody), sizesPt.title, widthPt, false)]),
        evenly(issuer, sizesPt.title, widthPt),
        rule(Math.min(widthPt, textWidthPt(issuer, sizesPt.title, 'bold')) * ruleShare, widthPt),
      ]),
      placed(ptOfMm(paperMm.long * 0.36), [
        evenly(capitals(kind), face.kindPt, widthPt),
        { ...block(evenly(clean(name), face.namePt, widthPt - 40)), margin: [0, 8, 0, 12] },
        centred(clean(extent), sizesPt.text, { italics: true }),
      ]),
      placed(ptOfMm(paperMm.long - marginsMm.bottom - 14), [
        centred(clean(imprint), sizesPt.title, { bold: true }),
        centred(clean(issued), sizesPt.text, { italics: true }),
      ]),
      // What stands at its own place takes no room, so the page would count as empty.
      { text: ' ' },
    ],
  }
}

function block(content: Content) {
  return { stack: [content] }
}

function body({ forewordTitle, foreword, groups }: Bibliography): Content[] {
  const lines = clean(foreword)
    .split('\n')
    .filter((line) => line.trim() !== '')
  const opening: Content[] =
    lines.length === 0
      ? []
      : [
          partTitle(forewordTitle),
          ...lines.map((text): Content => ({
            text,
            fontSize: sizesPt.text,
            alignment: 'justify',
            leadingIndent: ptOfMm(firstLineMm),
            lineHeight,
            margin: [0, 0, 0, afterParagraphPt],
          })),
        ]
  const printed = groups.flatMap(({ label, entries }) => groupParts(clean(label), entries))
  return [...opening, { stack: [], pageBreak: 'before' }, ...printed]
}

/** A label goes with its first entry: alone at the foot of a page it would name nothing. */
function groupParts(label: string, entries: BibliographyEntry[]): Content[] {
  const [first, ...others] = entries.map(entryPart)
  if (label === '' || first === undefined) return [first, ...others].filter((part) => part !== undefined)
  const heading: Content = {
    text: label,
    bold: true,
    fontSize: face.headingPt,
    outline: true,
    margin: [0, 10, 0, 6],
  }
  return [{ stack: [heading, first], unbreakable: true }, ...others]
}

function entryPart({ number, heading, entry, summary }: BibliographyEntry): Content {
  const name: Content[] = heading === '' ? [] : [{ text: clean(heading), bold: true }]
  const about: Content[] =
    summary === ''
      ? []
      : [
          {
            text: clean(summary),
            italics: true,
            fontSize: face.summaryPt,
            alignment: 'justify',
            margin: [0, 2, 0, 0],
          },
        ]
  return {
    columns: [
      { width: numberPt, text: `${number}.` },
      { width: '*', stack: [...name, { text: unbroken(clean(entry)), alignment: 'justify' }, ...about] },
    ],
    margin: [0, 0, 0, 7],
    unbreakable: entry.length + summary.length <= longestTied,
  }
}

function partTitle(text: string): Content {
  return {
    text: clean(text).toLocaleUpperCase('vi'),
    bold: true,
    fontSize: face.headingPt,
    alignment: 'center',
    outline: true,
    pageBreak: 'before',
    margin: [0, 0, 0, 10],
  }
}

function indexes({ indexes: all, indexNote }: Bibliography): Content[] {
  return all.flatMap((index) => [
    partTitle(index.title),
    { ...block(centred(clean(indexNote), sizesPt.note, { italics: true })), margin: [0, 0, 0, 8] },
    indexColumns(index),
  ])
}

/** One column flows into the next, and from there to the next page. */
function indexColumns({ lines }: BibliographyIndex): Content {
  const turnPt = ptOfMm(face.indexTurnMm)
  return {
    snakingColumns: true,
    columnGap: ptOfMm(face.indexGapMm),
    columns: [
      {
        width: '*',
        stack: lines.map(({ name, numbers }): Content => ({
          text: `${clean(name)}: ${numbers.join(', ')}`,
          fontSize: face.indexPt,
          margin: [turnPt, 0, 0, 2],
          leadingIndent: -turnPt,
        })),
      },
      { width: '*', text: '' },
    ],
  }
}
