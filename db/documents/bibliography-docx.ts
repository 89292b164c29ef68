import {
  AlignmentType,
  BorderStyle,
  Document,
  HeadingLevel,
  HeightRule,
  type ISectionOptions,
  Packer,
  Paragraph,
  SectionType,
  Tab,
  TabStopType,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
  convertMillimetersToTwip as mm,
} from 'docx'
import {
  type Bibliography,
  type BibliographyEntry,
  type BibliographyIndex,
  bibliographyFace as face,
  unbroken,
} from './bibliography.ts'
import { footer, pageNumber } from './docx-frame.ts'
import { centred, evenly, lineOf, rule, run, twipsPerPt } from './docx-parts.ts'
import { clean } from './numbers.ts'
import {
  afterParagraphPt,
  contentWidthPt,
  firstLineMm,
  fontName,
  lineHeight,
  marginsMm,
  paperMm,
  ruleShare,
  sizesPt,
  textWidthPt,
} from './paper.ts'

const widthPt = contentWidthPt('portrait')
const turn = mm(face.numberMm)
const font = { ascii: fontName, hAnsi: fontName, cs: fontName, eastAsia: fontName }
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const openBorders = { top: none, bottom: none, left: none, right: none }
const justified = AlignmentType.JUSTIFIED

export async function bibliographyDocx(bibliography: Bibliography): Promise<Uint8Array> {
  const foreword = forewordParts(bibliography)
  const file = new Document({
    title: clean(`${bibliography.kind} – ${bibliography.name}`),
    creator: clean(bibliography.issuingBody),
    lastModifiedBy: clean(bibliography.issuingBody),
    styles: styles(bibliography),
    sections: [
      section(titlePage(bibliography), { titlePage: true }),
      ...(foreword.length > 0 ? [section(foreword)] : []),
      section(bibliography.groups.flatMap(groupParts)),
      ...bibliography.indexes.flatMap((index) => [
        section(indexTitle(index, bibliography.indexNote)),
        section(index.lines.map(indexLine), {
          type: SectionType.CONTINUOUS,
          column: { count: 2, space: mm(face.indexGapMm), equalWidth: true },
        }),
      ]),
    ],
  })
  return new Uint8Array(await Packer.toBuffer(file))
}

function styles({ language }: Bibliography) {
  const heading = (sizePt: number) => ({
    run: { font, size: sizePt * 2, bold: true, color: '000000' },
    paragraph: { spacing: { before: 14 * twipsPerPt, after: 6 * twipsPerPt }, keepNext: true },
  })
  return {
    default: {
      document: {
        run: { font, size: face.entryPt * 2, language: { value: language === 'vi' ? 'vi-VN' : 'en-GB' } },
      },
      heading1: heading(face.headingPt),
      heading2: heading(face.headingPt),
    },
    paragraphStyles: [
      {
        id: 'Entry',
        name: 'Entry',
        basedOn: 'Normal',
        quickFormat: true,
        paragraph: { alignment: justified, indent: { left: turn, hanging: turn } },
      },
      {
        id: 'EntryText',
        name: 'Entry Text',
        basedOn: 'Normal',
        quickFormat: true,
        paragraph: { alignment: justified, indent: { left: turn } },
      },
      {
        id: 'IndexLine',
        name: 'Index Line',
        basedOn: 'Normal',
        quickFormat: true,
        run: { size: face.indexPt * 2 },
        paragraph: {
          indent: { left: mm(face.indexTurnMm), hanging: mm(face.indexTurnMm) },
          spacing: { after: 2 * twipsPerPt },
        },
      },
    ],
  }
}

type Properties = NonNullable<ISectionOptions['properties']>

function section(children: (Paragraph | Table)[], more: Partial<Properties> = {}): ISectionOptions {
  const { pageNumber: header, ...margin } = marginsMm
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      page: {
        size: { width: mm(paperMm.short), height: mm(paperMm.long) },
        margin: {
          top: mm(margin.top),
          bottom: mm(margin.bottom),
          left: mm(margin.left),
          right: mm(margin.right),
          header: mm(header),
          footer: mm(margin.footer),
        },
      },
      ...more,
    },
    headers: { default: pageNumber() },
    footers: { default: footer('') },
    children,
  }
}

/** Who above, what in the middle, where and when at the foot: rows of a table without lines, which fill the page. */
function titlePage(bibliography: Bibliography): (Paragraph | Table)[] {
  const { governingBody, issuingBody, kind, name, extent, imprint, issued } = bibliography
  const capitals = (text: string) => clean(text).toLocaleUpperCase('vi')
  const issuer = capitals(issuingBody)
  const foot = [clean(imprint), clean(issued)].filter((text) => text !== '')
  const who = [
    ...(governingBody === '' ? [] : evenly(capitals(governingBody), { sizePt: sizesPt.title }, widthPt)),
    ...evenly(issuer, { sizePt: sizesPt.title, bold: true }, widthPt),
    rule(Math.min(widthPt, textWidthPt(issuer, sizesPt.title, 'bold')) * ruleShare, widthPt),
  ]
  const what = [
    ...evenly(capitals(kind), { sizePt: face.kindPt, bold: true }, widthPt),
    new Paragraph({ children: [] }),
    ...evenly(clean(name), { sizePt: face.namePt, bold: true }, widthPt - 40),
    new Paragraph({ children: [] }),
    centred(clean(extent), { sizePt: sizesPt.text, italics: true }),
  ]
  const when = foot.map((text, at) =>
    centred(text, { sizePt: sizesPt.title, bold: at === 0, italics: at > 0 }),
  )
  const width = { size: widthPt * twipsPerPt, type: WidthType.DXA }
  const row = (
    children: Paragraph[],
    heightPt: number,
    verticalAlign: (typeof VerticalAlignTable)['TOP' | 'CENTER' | 'BOTTOM'],
  ) =>
    new TableRow({
      height: { value: heightPt * twipsPerPt, rule: HeightRule.ATLEAST },
      children: [new TableCell({ children, width, verticalAlign, borders: openBorders })],
    })
  const { TOP, CENTER, BOTTOM } = VerticalAlignTable
  return [
    new Table({
      width,
      borders: openBorders,
      rows: [row(who, 130, TOP), row(what, 420, CENTER), row(when, 130, BOTTOM)],
    }),
    // Word wants a paragraph after a table.
    new Paragraph({ children: [] }),
  ]
}

function forewordParts({ forewordTitle, foreword }: Bibliography): Paragraph[] {
  const lines = clean(foreword)
    .split('\n')
    .filter((line) => line.trim() !== '')
  if (lines.length === 0) return []
  return [
    partTitle(forewordTitle),
    ...lines.map((line) =>
      lineOf(
        line,
        { sizePt: sizesPt.text },
        {
          alignment: justified,
          indent: { firstLine: mm(firstLineMm) },
          spacing: { after: afterParagraphPt * twipsPerPt, line: Math.round(lineHeight * 240) },
        },
      ),
    ),
  ]
}

function groupParts({ label, entries }: Bibliography['groups'][number]): Paragraph[] {
  const heading = new Paragraph({
    heading: HeadingLevel.HEADING_2,
    children: [new TextRun(clean(label))],
  })
  return [...(label === '' ? [] : [heading]), ...entries.flatMap(entryParts)]
}

function partTitle(text: string): Paragraph {
  return new Paragraph({
    heading: HeadingLevel.HEADING_1,
    alignment: AlignmentType.CENTER,
    children: [new TextRun(clean(text).toLocaleUpperCase('vi'))],
  })
}

/** The number hangs; the name under which the entry stands is on a line of its own. */
function entryParts({ number, heading, entry, summary }: BibliographyEntry): Paragraph[] {
  const [first = '', ...others] = [clean(heading), unbroken(clean(entry))].filter((text) => text !== '')
  const isLast = (at: number) => at === others.length && summary === ''
  const spacing = (at: number) => ({ after: (isLast(at) ? 7 : 0) * twipsPerPt })
  return [
    new Paragraph({
      style: 'Entry',
      tabStops: [{ type: TabStopType.LEFT, position: turn }],
      keepNext: others.length > 0,
      keepLines: true,
      spacing: spacing(0),
      children: [
        new TextRun({ children: [`${number}.`, new Tab()] }),
        new TextRun({ text: first, bold: heading !== '' }),
      ],
    }),
    ...others.map(
      (text, at) =>
        new Paragraph({
          style: 'EntryText',
          keepLines: true,
          spacing: spacing(at + 1),
          children: [new TextRun(text)],
        }),
    ),
    ...(summary === ''
      ? []
      : [
          new Paragraph({
            style: 'EntryText',
            spacing: { before: 2 * twipsPerPt, after: 7 * twipsPerPt },
            children: [run(clean(summary), { sizePt: face.summaryPt, italics: true })],
          }),
        ]),
  ]
}

function indexTitle({ title }: BibliographyIndex, note: string): Paragraph[] {
  return [
    partTitle(title),
    centred(clean(note), { sizePt: sizesPt.note, italics: true }, { spacing: { after: 8 * twipsPerPt } }),
  ]
}

function indexLine({ name, numbers }: BibliographyIndex['lines'][number]): Paragraph {
  return new Paragraph({
    style: 'IndexLine',
    children: [new TextRun(`${clean(name)}: ${numbers.join(', ')}`)],
  })
}
