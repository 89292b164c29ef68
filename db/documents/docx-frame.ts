import { AlignmentType, Footer, Header, ImageRun, PageNumber, Paragraph, type Table, TextRun } from 'docx'
import type { Orientation } from './document.ts'
import { centred, evenly, lineOf, rule, run, sideBySide, squarePx, twipsPerPt } from './docx-parts.ts'
import {
  contentWidthPt,
  letterheadGapPt,
  letterheadShares,
  ruleShare,
  shareOut,
  signaturePt,
  sizesPt,
  textWidthPt,
} from './paper.ts'
import { asPaper, type Worded, type WordedAnnex, type WordedSignature } from './worded.ts'

function widths(orientation: Orientation, shares: readonly number[]): number[] {
  return shareOut(contentWidthPt(orientation) * twipsPerPt, shares)
}

export function letterhead(paper: Worded): Table {
  const columnTwips = widths(paper.orientation, letterheadShares)
  const [left = 0, right = 0] = columnTwips
  const leftPt = left / twipsPerPt - letterheadGapPt
  const bodyPt = Math.min(leftPt, textWidthPt(paper.issuingBody, sizesPt.body, 'bold'))
  const bodies = [
    ...(paper.governingBody ? evenly(paper.governingBody, { sizePt: sizesPt.body }, leftPt) : []),
    ...evenly(paper.issuingBody, { sizePt: sizesPt.body, bold: true }, leftPt),
    rule(bodyPt * ruleShare, leftPt),
  ]
  const motto = [
    centred(paper.state, { sizePt: sizesPt.state, bold: true }),
    centred(paper.motto, { sizePt: sizesPt.motto, bold: true }),
    rule(textWidthPt(paper.motto, sizesPt.motto, 'bold'), right / twipsPerPt),
  ]
  const before = { spacing: { before: 4 * twipsPerPt } }
  const numbers = [centred(paper.numberLine, { sizePt: sizesPt.number }, before)]
  if (paper.aboutLine) numbers.push(centred(paper.aboutLine, { sizePt: sizesPt.body }))
  const date = [centred(paper.placeAndDate, { sizePt: sizesPt.date, italics: true }, before)]
  return sideBySide(
    [
      [bodies, motto],
      [numbers, date],
    ],
    columnTwips,
    letterheadGapPt,
  )
}

export function title(paper: Worded): Paragraph[] {
  const widthPt = contentWidthPt(paper.orientation)
  const gap = new Paragraph({ children: [] })
  if (!paper.kind) return [gap]
  const subjectPt = Math.min(textWidthPt(paper.subject, sizesPt.title, 'bold'), widthPt)
  return [
    centred(paper.kind, { sizePt: sizesPt.title, bold: true }, { spacing: { before: 18 * twipsPerPt } }),
    ...(paper.subject ? evenly(paper.subject, { sizePt: sizesPt.title, bold: true }, widthPt) : []),
    ...(paper.subject ? [rule(subjectPt * ruleShare, widthPt)] : []),
    gap,
  ]
}

export function addressees(paper: Worded): Paragraph[] {
  const face = { sizePt: sizesPt.text }
  const last = { spacing: { after: 10 * twipsPerPt } }
  const [only, ...others] = paper.addressees
  if (only === undefined) return []
  if (others.length === 0) return [centred(`${paper.addresseesLabel} ${only}`, face, last)]
  const indent = { left: 72 * twipsPerPt }
  return [
    lineOf(paper.addresseesLabel, face, { indent }),
    ...paper.addressees.map((name, index) =>
      lineOf(name, face, { indent: { left: 126 * twipsPerPt }, ...(index === others.length ? last : {}) }),
    ),
  ]
}

function signature(place: WordedSignature, keepNext = false): Paragraph[] {
  const { text: sizePt } = sizesPt
  const above = place.capacity.map((text) => centred(text, { sizePt, bold: true }, { keepNext }))
  const room = (signaturePt - (place.note ? 15 : 0)) * twipsPerPt
  const note = place.note ? [centred(place.note, { sizePt: sizesPt.note, italics: true }, { keepNext })] : []
  return [
    ...above,
    ...note,
    centred(place.name, { sizePt, bold: true }, { spacing: { before: room }, keepNext }),
  ]
}

export function signatureRow(places: WordedSignature[], orientation: Orientation, keepNext: boolean): Table {
  const columns = places.map((place) => signature(place, keepNext))
  return sideBySide(
    [columns],
    widths(
      orientation,
      places.map(() => 1),
    ),
  )
}

/** Recipients on the left, the signature on the right, never parted by a page break. */
export function ending(paper: Worded, seal: Uint8Array | null): (Table | Paragraph)[] {
  if (!paper.signature && paper.recipients.length === 0 && !seal) return []
  const recipients = paper.recipients.map((text) => lineOf(text, { sizePt: sizesPt.recipients }))
  const label = lineOf(paper.recipientsLabel, { sizePt: sizesPt.recipientsLabel, bold: true, italics: true })
  const square = seal ? [sealParagraph(paper.seal, seal)] : []
  const left = [...(recipients.length > 0 ? [label, ...recipients] : [new Paragraph('')]), ...square]
  const right = paper.signature ? signature(paper.signature) : [new Paragraph('')]
  const gap = new Paragraph({ children: [], spacing: { after: 4 * twipsPerPt }, keepNext: true })
  return [gap, sideBySide([[left, right]], widths(paper.orientation, [0.5, 0.5]))]
}

const sealId = '2000000000'

function sealParagraph(code: string, picture: Uint8Array): Paragraph {
  const image = new ImageRun({
    type: 'png',
    data: picture,
    transformation: { width: squarePx, height: squarePx },
    // A number of its own: the library would count up, and the same paper have other bytes each time.
    altText: { id: sealId, name: code, title: code, description: code },
  })
  return new Paragraph({ spacing: { before: 4 * twipsPerPt }, children: [image] })
}

export function annexTitle(paper: Worded, annex: WordedAnnex): (Table | Paragraph)[] {
  if (annex.isHandedOut) {
    const own = asPaper(paper, annex)
    return [letterhead(own), ...title(own)]
  }
  const widthPt = contentWidthPt(annex.orientation)
  return [
    centred(annex.label, { sizePt: sizesPt.title, bold: true }, { keepNext: true }),
    ...evenly(annex.title, { sizePt: sizesPt.title, bold: true }, widthPt),
    ...evenly(annex.attached, { sizePt: sizesPt.text, italics: true }, widthPt),
    lineOf('', { sizePt: sizesPt.footer }, { keepNext: true }),
  ]
}

export function pageNumber(): Header {
  const number = new TextRun({ children: [PageNumber.CURRENT], size: sizesPt.pageNumber * 2 })
  return new Header({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [number] })] })
}

export function footer(text: string): Footer {
  return new Footer({
    children: [new Paragraph({ children: text ? [run(text, { sizePt: sizesPt.footer })] : [] })],
  })
}
