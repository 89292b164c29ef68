import pdfmake from 'pdfmake'
import type { Content, ContentSection, TDocumentDefinitions } from 'pdfmake/interfaces.js'
import type { OfficialDocument, Orientation } from './document.ts'
import { tinosPaths } from './fonts.ts'
import {
  contentWidthPt,
  evenLines,
  letterheadGapPt,
  letterheadShares,
  marginsMm,
  ptOfMm,
  ruleShare,
  sizesPt,
  squareMm,
  textWidthPt,
} from './paper.ts'
import { withTags } from './pdf-tags.ts'
import { blockContent, centred, evenly, rule, signatureStack } from './pdf-blocks.ts'
import { tiedToSignature } from './tied.ts'
import { asPaper, type Worded, type WordedAnnex, type WordedBlock, word } from './worded.ts'

const languages = { vi: 'vi-VN', en: 'en-GB' } as const
const font = 'Tinos'
/** Marks what stands outside the text on every page. */
const frame = 'frame'
const margins: [number, number, number, number] = [
  ptOfMm(marginsMm.left),
  ptOfMm(marginsMm.top),
  ptOfMm(marginsMm.right),
  ptOfMm(marginsMm.bottom),
]

/** A paper is text only: nothing it holds may make the renderer read a file or an address. */
function preparePdfmake(): void {
  const faces = tinosPaths()
  const ours = new Set<string>(Object.values(faces))
  pdfmake.setFonts({ [font]: faces })
  pdfmake.setUrlAccessPolicy(() => false)
  pdfmake.setLocalAccessPolicy((path) => ours.has(path))
}

function letterhead(paper: Worded): Content {
  const widthPt = contentWidthPt(paper.orientation)
  const rightPt = widthPt * letterheadShares[1]
  const leftPt = widthPt - rightPt - letterheadGapPt
  const bodyPt = Math.min(leftPt, textWidthPt(paper.issuingBody, sizesPt.body, 'bold'))
  const bodies: Content[] = [
    evenly(paper.governingBody, sizesPt.body, leftPt, false),
    evenly(paper.issuingBody, sizesPt.body, leftPt),
    rule(bodyPt * ruleShare, leftPt),
  ]
  const motto: Content[] = [
    centred(paper.state, sizesPt.state, { bold: true }),
    centred(paper.motto, sizesPt.motto, { bold: true }),
    rule(textWidthPt(paper.motto, sizesPt.motto, 'bold'), rightPt),
  ]
  const numbers = [centred(paper.numberLine, sizesPt.number)]
  if (paper.aboutLine) numbers.push(centred(paper.aboutLine, sizesPt.body))
  const date = centred(paper.placeAndDate, sizesPt.date, { italics: true })
  return {
    layout: {
      defaultBorder: false,
      paddingLeft: (index) => (index === 0 ? 0 : letterheadGapPt),
      paddingRight: () => 0,
    },
    table: {
      widths: [leftPt, rightPt],
      body: [
        [{ stack: paper.governingBody ? bodies : bodies.slice(1) }, { stack: motto }],
        [{ stack: numbers }, { stack: [date] }],
      ],
    },
  }
}

function title(paper: Worded): Content[] {
  if (!paper.kind) return [{ text: ' ' }]
  const widthPt = contentWidthPt(paper.orientation)
  const subjectPt = Math.min(textWidthPt(paper.subject, sizesPt.title, 'bold'), widthPt)
  const kind: Content & { tag: 'H1' } = {
    text: paper.kind,
    tag: 'H1',
    fontSize: sizesPt.title,
    bold: true,
    alignment: 'center',
    margin: [0, 16, 0, 0],
  }
  return [
    kind,
    ...(paper.subject
      ? [evenly(paper.subject, sizesPt.title, widthPt), rule(subjectPt * ruleShare, widthPt)]
      : []),
    { text: ' ', fontSize: 8 },
  ]
}

function addressees(paper: Worded): Content[] {
  const [only, ...others] = paper.addressees
  if (only === undefined) return []
  const fontSize = sizesPt.text
  if (others.length === 0) {
    const text = `${paper.addresseesLabel} ${only}`
    return [{ text, fontSize, alignment: 'center', margin: [0, 2, 0, 10] }]
  }
  return [
    { text: paper.addresseesLabel, fontSize, margin: [72, 0, 0, 0] },
    { stack: paper.addressees.map((name) => ({ text: name, fontSize })), margin: [126, 0, 0, 10] },
  ]
}

/** The signature must not stand alone on a page: `last` stays with it. */
function ending(paper: Worded, last: Content[]): Content[] {
  if (!paper.signature && paper.recipients.length === 0 && !paper.seal)
    return last.length > 0 ? [oneStack(last)] : []
  const label: Content = {
    text: paper.recipientsLabel,
    fontSize: sizesPt.recipientsLabel,
    bold: true,
    italics: true,
  }
  const recipients: Content[] = paper.recipients.map((text) => ({ text, fontSize: sizesPt.recipients }))
  const square: Content[] = paper.seal
    ? [{ qr: paper.seal, eccLevel: 'M', fit: ptOfMm(squareMm), margin: [0, 4, 0, 0] }]
    : []
  const left: Content = { stack: [...(recipients.length > 0 ? [label, ...recipients] : []), ...square] }
  const right: Content = paper.signature ? signatureStack(paper.signature) : { text: '' }
  return [oneStack([...last, { columns: [left, right], margin: [0, 10, 0, 0] }])]
}

function oneStack(stack: Content[]): Content {
  return { stack, unbreakable: true }
}

function annexTitle(paper: Worded, annex: WordedAnnex): Content[] {
  if (annex.isHandedOut) {
    const own = asPaper(paper, annex)
    return [letterhead(own), ...title(own)]
  }
  const widthPt = contentWidthPt(annex.orientation)
  return [
    { text: annex.label, fontSize: sizesPt.title, bold: true, alignment: 'center', outline: true },
    evenly(annex.title, sizesPt.title, widthPt),
    {
      text: evenLines(annex.attached, widthPt, { sizePt: sizesPt.text, weight: 'regular' }).join('\n'),
      fontSize: sizesPt.text,
      italics: true,
      alignment: 'center',
      margin: [0, 0, 0, 8],
    },
  ]
}

/** Numbers begin anew in each section and are hidden on its first page; pages are headed in their order. */
function section(content: Content[], orientation: Orientation): ContentSection {
  let firstPage = Number.POSITIVE_INFINITY
  return {
    section: content,
    pageSize: 'A4',
    pageOrientation: orientation,
    pageMargins: margins,
    header: (page: number) => {
      firstPage = Math.min(firstPage, page)
      const shown = page === firstPage ? '' : String(page - firstPage + 1)
      const side = ptOfMm(marginsMm.left)
      const margin: [number, number, number, number] = [
        side,
        ptOfMm(marginsMm.pageNumber),
        ptOfMm(marginsMm.right),
        0,
      ]
      return { text: shown, style: frame, fontSize: sizesPt.pageNumber, alignment: 'center', margin }
    },
  }
}

function sections(paper: Worded): ContentSection[] {
  const contents = (blocks: WordedBlock[], orientation: Orientation) =>
    blocks.flatMap((block) => blockContent(block, orientation))
  const { from, to } = tiedToSignature(paper.blocks)
  const tied = contents(paper.blocks.slice(from, to), paper.orientation)
  const more = contents(paper.blocks.slice(to), paper.orientation)
  const main = [
    letterhead(paper),
    ...title(paper),
    ...addressees(paper),
    ...contents(paper.blocks.slice(0, from), paper.orientation),
    ...(more.length > 0 ? [oneStack(tied), ...ending(paper, more)] : ending(paper, tied)),
  ]
  const annexes = paper.annexes.map((annex) =>
    section([...annexTitle(paper, annex), ...contents(annex.blocks, annex.orientation)], annex.orientation),
  )
  return [section(main, paper.orientation), ...annexes]
}

function definition(paper: Worded): TDocumentDefinitions {
  return {
    content: withTags(sections(paper)),
    tagged: true,
    displayTitle: true,
    footer: {
      text: paper.footer,
      style: frame,
      fontSize: sizesPt.footer,
      margin: [ptOfMm(marginsMm.left), ptOfMm(marginsMm.footer - 4), ptOfMm(marginsMm.right), 0],
    },
    defaultStyle: { font, fontSize: sizesPt.text },
    styles: { [frame]: {} },
    info: {
      title: paper.title,
      author: paper.author,
      subject: paper.subject,
      creator: 'Kho Sách',
      producer: 'Kho Sách',
      // Named in the open, so that a file can say whose it claims to be; the same paper gives the same bytes.
      ...(paper.seal ? { keywords: paper.seal, creationDate: new Date(paper.day ?? 0) } : {}),
    },
    language: languages[paper.language],
    version: '1.7',
    subset: 'PDF/A-2b',
    /** A heading alone at the foot of a page goes to the next one, with headings above it. */
    pageBreakBefore: (node, { getFollowingNodesOnPage }) =>
      node.headlineLevel === 1 &&
      getFollowingNodesOnPage().every((below) => below.style === frame || below.headlineLevel === 1),
  }
}

export async function renderPdf(document: OfficialDocument): Promise<Uint8Array> {
  preparePdfmake()
  return new Uint8Array(await pdfmake.createPdf(definition(word(document))).getBuffer())
}
