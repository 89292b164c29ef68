import type { Orientation } from './document.ts'

/** Decree 30/2020, Appendix I: A4; top and bottom 20–25 mm, left 30–35 mm, right 15–20 mm; the page number in the top margin. */
export const marginsMm = { top: 20, bottom: 20, left: 30, right: 15, pageNumber: 10, footer: 10 }
export const paperMm = { short: 210, long: 297 }
export const fontName = 'Times New Roman'
/** How office programs are to write them: each language has its own mark between thousands. */
export const wholeNumbers = { vi: '[$-42A]#,##0', en: '[$-809]#,##0' } as const
export const hundredths = { vi: '[$-42A]#,##0.00', en: '[$-809]#,##0.00' } as const

/** Sizes in points, within the ranges of the same appendix. */
export const sizesPt = {
  state: 12,
  motto: 13,
  body: 12,
  number: 13,
  date: 13,
  title: 14,
  text: 13,
  pageNumber: 13,
  recipientsLabel: 12,
  recipients: 11,
  note: 11,
  footer: 8,
}
/** A QR on a paper, with its blank edge. */
export const squareMm = 28
export const firstLineMm = 12.7
export const afterParagraphPt = 6
export const lineHeight = 1.15
/** Left and right parts of the letterhead: the longer right one holds the name of the State on one line. */
export const letterheadShares = [0.45, 0.55] as const
/** Keeps the two parts of the letterhead from touching. */
export const letterheadGapPt = 8
/** Share of its line that the rule below a name or a subject takes (the Decree: a third to a half). */
export const ruleShare = 0.4
/** Room for the signature and the seal. */
export const signaturePt = 66

export function ptOfMm(mm: number): number {
  return (mm * 72) / 25.4
}

export function contentWidthMm(orientation: Orientation): number {
  const width = orientation === 'portrait' ? paperMm.short : paperMm.long
  return width - marginsMm.left - marginsMm.right
}

export function contentWidthPt(orientation: Orientation): number {
  return ptOfMm(contentWidthMm(orientation))
}

export function contentHeightPt(orientation: Orientation): number {
  const height = orientation === 'portrait' ? paperMm.long : paperMm.short
  return ptOfMm(height - marginsMm.top - marginsMm.bottom)
}

/** Widths that add up exactly to the line: rounding errors would shift the right edge. */
export function shareOut(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0)
  let edge = 0
  let used = 0
  return weights.map((weight) => {
    edge += (weight / sum) * total
    const width = Math.round(edge) - used
    used += width
    return width
  })
}

/** Shares of the line by weight, but no column narrower than the longest word it must hold. */
export function fitWidths(total: number, weights: readonly number[], leasts: readonly number[]): number[] {
  const needed = leasts.reduce((sum, least) => sum + least, 0)
  if (needed >= total) return shareOut(total, leasts)
  let free = weights.map((_, index) => index)
  const widths = [...leasts]
  for (let settled = false; !settled;) {
    const fixed = widths.reduce((sum, width, index) => (free.includes(index) ? sum : sum + width), 0)
    const weight = free.reduce((sum, index) => sum + (weights[index] ?? 0), 0)
    const tight = free.filter(
      (index) => ((weights[index] ?? 0) / weight) * (total - fixed) < (leasts[index] ?? 0),
    )
    settled = tight.length === 0
    if (settled) for (const index of free) widths[index] = ((weights[index] ?? 0) / weight) * (total - fixed)
    free = free.filter((index) => !tight.includes(index))
  }
  return shareOut(total, widths)
}

export const tableSizesPt = [10, 11, 12] as const

/** Smaller where many columns share the line. */
export function tableFontPt(columnCount: number, orientation: Orientation): (typeof tableSizesPt)[number] {
  if (columnCount > (orientation === 'portrait' ? 8 : 12)) return 10
  return columnCount > 6 ? 11 : 12
}

/** Advance widths of U+0020–U+007E in thousandths of the size; Times New Roman, Tinos and Liberation Serif share them. */
const regularWidths = [
  250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500, 500, 500,
  500, 500, 500, 500, 500, 278, 278, 564, 564, 564, 444, 921, 722, 667, 667, 722, 611, 556, 722, 722, 333,
  389, 722, 611, 889, 722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469,
  500, 333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500, 500, 500, 333, 389,
  278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541,
]
const boldWidths = [
  250, 333, 555, 500, 500, 1000, 833, 278, 333, 333, 500, 570, 250, 333, 250, 278, 500, 500, 500, 500, 500,
  500, 500, 500, 500, 500, 333, 333, 570, 570, 570, 500, 930, 722, 667, 722, 722, 667, 611, 778, 778, 389,
  500, 778, 667, 944, 722, 778, 611, 778, 722, 556, 667, 722, 722, 1000, 722, 722, 667, 333, 278, 333, 581,
  500, 333, 500, 556, 444, 556, 444, 333, 500, 556, 278, 333, 556, 278, 833, 556, 500, 556, 556, 444, 389,
  333, 556, 500, 722, 500, 500, 444, 394, 220, 394, 520,
]

/** Vietnamese letters are as wide as their base letter, but for the horn of ơ and ư (a few hundredths more). */
export function textWidthPt(text: string, sizePt: number, weight: 'regular' | 'bold' = 'regular'): number {
  const widths = weight === 'bold' ? boldWidths : regularWidths
  const bare = text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D')
  let thousandths = 0
  for (let index = 0; index < bare.length; index += 1)
    thousandths += widths[bare.charCodeAt(index) - 32] ?? 500
  return (thousandths * sizePt) / 1000
}

export type Face = { sizePt: number; weight: 'regular' | 'bold' }

/** The lines a text takes in a room, broken at spaces and where it breaks itself. */
export function wrappedLines(text: string, roomPt: number, face: Face): string[] {
  return text.split('\n').flatMap((line) => filledLines(line, roomPt, face))
}

function filledLines(text: string, roomPt: number, { sizePt, weight }: Face): string[] {
  const lines: string[] = []
  const spacePt = textWidthPt(' ', sizePt, weight)
  let usedPt = Number.POSITIVE_INFINITY
  for (const part of text.split(' ')) {
    const partPt = textWidthPt(part, sizePt, weight)
    if (usedPt + spacePt + partPt <= roomPt) {
      lines.push(`${lines.pop()} ${part}`)
      usedPt += spacePt + partPt
    } else {
      lines.push(part)
      usedPt = partPt
    }
  }
  return lines
}

/** As few lines as the room allows, as even as they can be: a centred name must not leave one word behind. */
export function evenLines(text: string, roomPt: number, face: Face): string[] {
  let lines = filledLines(text, roomPt, face)
  for (let narrowerPt = roomPt - 4; narrowerPt > roomPt / 3; narrowerPt -= 4) {
    const tried = filledLines(text, narrowerPt, face)
    if (tried.length > lines.length) break
    lines = tried
  }
  return lines
}
