import type { Language } from '../../shared/texts.ts'

/** A bibliography as plain data: a title page, a foreword, groups of numbered entries, indexes to their numbers. */
export type Bibliography = {
  language: Language
  /** Names as the library writes them; the renderers capitalise. '' leaves a body out. */
  governingBody: string
  issuingBody: string
  kind: string
  name: string
  /** How many entries there are, in words. */
  extent: string
  /** Place and year at the foot of the title page. */
  imprint: string
  /** On which day it was issued; '' while it may still change. */
  issued: string
  forewordTitle: string
  /** A line break begins a new paragraph; '' leaves the foreword out. */
  foreword: string
  /** A group without a label has no heading. */
  groups: { label: string; entries: BibliographyEntry[] }[]
  indexes: BibliographyIndex[]
  /** What the numbers of the indexes are. */
  indexNote: string
}

export type BibliographyEntry = { number: number; heading: string; entry: string; summary: string }
export type BibliographyIndex = { title: string; lines: { name: string; numbers: number[] }[] }

/** Points, and millimetres where they are named so. */
export const bibliographyFace = {
  kindPt: 26,
  namePt: 18,
  headingPt: 14,
  entryPt: 13,
  summaryPt: 12,
  indexPt: 11,
  numberMm: 11,
  indexTurnMm: 5,
  indexGapMm: 8,
}

/** A number stays on one line with what it counts: 208 tr., 20 cm. */
export function unbroken(text: string): string {
  return text.replace(/(\d) (?=(?:tr|cm|p|mm)\b)/g, '$1\u00A0')
}

export async function renderBibliography(
  bibliography: Bibliography,
  format: 'docx' | 'pdf',
): Promise<Uint8Array> {
  return format === 'docx'
    ? (await import('./bibliography-docx.ts')).bibliographyDocx(bibliography)
    : (await import('./bibliography-pdf.ts')).bibliographyPdf(bibliography)
}
