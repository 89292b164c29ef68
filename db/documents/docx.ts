import {
  AlignmentType,
  Document,
  type FileChild,
  type ISectionOptions,
  type IStylesOptions,
  LineRuleType,
  PageOrientation,
  Packer,
  SectionType,
  convertMillimetersToTwip,
} from 'docx'
import type { OfficialDocument, Orientation } from './document.ts'
import { blockParts } from './docx-blocks.ts'
import { coreProperties } from './docx-core.ts'
import { addressees, annexTitle, ending, footer, letterhead, pageNumber, title } from './docx-frame.ts'
import { tableStyle, twipsPerPt } from './docx-parts.ts'
import {
  afterParagraphPt,
  firstLineMm,
  fontName,
  lineHeight,
  marginsMm,
  paperMm,
  sizesPt,
  tableSizesPt,
} from './paper.ts'
import { steadyDocx } from './steady-docx.ts'
import { squareOf } from './square.ts'
import { tiedToSignature } from './tied.ts'
import { type Worded, type WordedBlock, word } from './worded.ts'

const mm = convertMillimetersToTwip
const languages = { vi: 'vi-VN', en: 'en-GB' } as const
/** The rule is named, because LibreOffice takes a line without one for points and sets it closer than single. */
const bodySpacing = {
  after: afterParagraphPt * twipsPerPt,
  line: Math.round(lineHeight * 240),
  lineRule: LineRuleType.AUTO,
}

function styles(paper: Worded): IStylesOptions {
  const font = { ascii: fontName, hAnsi: fontName, cs: fontName, eastAsia: fontName }
  const heading = (italics: boolean) => ({
    run: { font, size: sizesPt.text * 2, bold: true, italics, color: '000000' },
    paragraph: {
      indent: { firstLine: mm(firstLineMm) },
      spacing: { ...bodySpacing, before: 4 * twipsPerPt },
    },
  })
  return {
    default: {
      document: { run: { font, size: sizesPt.text * 2, language: { value: languages[paper.language] } } },
      heading1: heading(false),
      heading2: heading(false),
      heading3: heading(true),
    },
    paragraphStyles: [
      {
        id: 'BodyText',
        name: 'Body Text',
        basedOn: 'Normal',
        quickFormat: true,
        paragraph: {
          alignment: AlignmentType.JUSTIFIED,
          indent: { firstLine: mm(firstLineMm) },
          spacing: bodySpacing,
        },
      },
      ...tableSizesPt.map((sizePt) => ({
        id: `${tableStyle}${sizePt}`,
        name: `Table Text ${sizePt}`,
        basedOn: 'Normal',
        run: { size: sizePt * 2 },
      })),
    ],
  }
}

type Part = { orientation: Orientation; children: FileChild[]; isAnnex: boolean }

/** docx takes the portrait sides of a landscape page and turns them itself. */
function section(part: Part, footerText: string): ISectionOptions {
  const { pageNumber: header, ...margin } = marginsMm
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      titlePage: true,
      page: {
        size: {
          width: mm(paperMm.short),
          height: mm(paperMm.long),
          orientation:
            part.orientation === 'landscape' ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: {
          top: mm(margin.top),
          bottom: mm(margin.bottom),
          left: mm(margin.left),
          right: mm(margin.right),
          header: mm(header),
          footer: mm(margin.footer),
        },
        ...(part.isAnnex ? { pageNumbers: { start: 1 } } : {}),
      },
    },
    headers: { default: pageNumber() },
    footers: { default: footer(footerText), first: footer(footerText) },
    children: part.children,
  }
}

export async function renderDocx(document: OfficialDocument): Promise<Uint8Array> {
  const paper = word(document)
  const parts = (blocks: WordedBlock[], orientation: Orientation) =>
    blocks.flatMap((block) => blockParts(block, orientation))
  const { from, to } = tiedToSignature(paper.blocks)
  const below = ending(paper, paper.seal ? (await squareOf(paper.seal)).picture : null)
  const tied = paper.blocks
    .slice(from, to)
    .flatMap((block, at) => blockParts(block, paper.orientation, from + at < to - 1 || below.length > 0))
  const main: Part = {
    orientation: paper.orientation,
    isAnnex: false,
    children: [
      letterhead(paper),
      ...title(paper),
      ...addressees(paper),
      ...parts(paper.blocks.slice(0, from), paper.orientation),
      ...tied,
      ...parts(paper.blocks.slice(to), paper.orientation),
      ...below,
    ],
  }
  const annexes = paper.annexes.map((annex): Part => ({
    orientation: annex.orientation,
    isAnnex: true,
    children: [...annexTitle(paper, annex), ...parts(annex.blocks, annex.orientation)],
  }))
  const file = new Document({
    title: paper.title,
    creator: paper.author,
    lastModifiedBy: paper.author,
    styles: styles(paper),
    sections: [main, ...annexes].map((part) => section(part, paper.footer)),
  })
  const bytes = await Packer.toBuffer(file, undefined, [coreProperties(paper)])
  return new Uint8Array(steadyDocx(bytes))
}
