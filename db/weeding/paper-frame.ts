import { withdrawalLimit } from '../../shared/copies/rules.ts'
import { displayDate } from '../../shared/dates.ts'
import { percentOf, type PaperKind } from '../../shared/weeding/rules.ts'
import type { Block, Signature, Table } from '../documents/document.ts'
import type { Matter, WeedingPaper } from './matter.ts'
import { fullNumber } from './reading.ts'

const filledLines = (text: string) => text.split('\n').filter((line) => line.trim() !== '')

/** What every paper of a dossier has: who writes, its number and day, who gets it. */
export function frame({ t, language, weeding, paper, libraryName }: Matter): Omit<WeedingPaper, 'blocks'> {
  const { content, kind, number, symbol, signedOn } = paper
  return {
    language,
    letterhead: {
      governingBody: content.parentBody,
      issuingBody: content.issuingBody || libraryName,
      number,
      symbol,
      place: content.place,
      date: signedOn,
    },
    kind: t(`weeding.paper.kinds.${kind}`),
    subject: t(`weeding.paper.subjects.${kind}`, { year: weeding.year }),
    addressees: filledLines(content.addressees),
    signature: signatureOf(paper),
    recipients: filledLines(content.recipients),
  }
}

function signatureOf({ content }: Matter['paper']): Signature | null {
  return content.capacity === '' ? null : { capacity: content.capacity, name: content.signer }
}

export const body = (text: string): Block => ({ type: 'paragraph', text })
export const basis = (text: string): Block => ({ type: 'paragraph', text, manner: 'basis' })
export const centred = (text: string): Block => ({ type: 'paragraph', text, manner: 'centred' })

/** Its own words, each line a paragraph; one that names a legal basis looks as the others do. */
export const ownWords = (text: string): Block[] =>
  filledLines(text).map((line) => (/^(Căn cứ|Pursuant to)\s/.test(line.trim()) ? basis(line) : body(line)))

/** A decision: who decides, on what grounds, and its articles, numbered. */
export function decision({ t, paper }: Matter, bases: string[], articles: Block[][]): Block[] {
  const { capacity, issuingBody } = paper.content
  const numbered = articles.flatMap(([first, ...others], index): Block[] => {
    const lead = t('weeding.paper.article', { number: index + 1 })
    return first?.type === 'paragraph' ? [{ ...first, lead }, ...others] : [...others]
  })
  return [
    centred(`${capacity} ${issuingBody}`.trim().toLocaleUpperCase('vi')),
    ...bases.map(basis),
    centred(t('weeding.paper.decides')),
    ...numbered,
  ]
}

/** The law and the circular that weeding rests on, as each paper begins. */
export function lawBases({ t }: Matter): string[] {
  return [t('weeding.paper.bases.law'), t('weeding.paper.bases.circular')]
}

/** "số 05/TTr-TVT ngày 12/03/2026" of a paper before this one; blanks where it is not signed. */
export function cited({ t, papers }: Matter, kind: PaperKind): string {
  const paper = papers.get(kind)
  const number = paper ? fullNumber(paper) : ''
  const on = paper?.signedOn ? displayDate(paper.signedOn) : '…/…/……'
  return number === '' || !paper?.signedOn
    ? t('weeding.paper.citedDay', { on })
    : t('weeding.paper.cited', { number, on })
}

export function groundTable({ t, number, sums }: Matter): Table {
  return {
    type: 'table',
    columns: [
      { key: 'ground', label: t('weeding.columns.ground'), weight: 60, kind: 'text' },
      { key: 'copies', label: t('weeding.columns.copies'), weight: 18, kind: 'number' },
      { key: 'amount', label: t('weeding.columns.amount'), weight: 22, kind: 'number' },
    ],
    rows: [
      ...sums.byGround.map(({ ground, copies, amountMinor }) => ({
        type: 'values' as const,
        values: { ground: t(`copies.grounds.${ground}`), copies, amount: amountMinor },
      })),
      {
        type: 'total',
        values: {
          ground: t('weeding.paper.sum', { titles: number(sums.titles) }),
          copies: sums.byGround.reduce((sum, { copies }) => sum + copies, 0),
          amount: sums.amountMinor,
        },
      },
    ],
  }
}

/** A list or minutes above the limit say so, and why. */
export function aboveLimit({ t, number, share, paper }: Matter): Block[] {
  if (!share.isAboveLimit) return []
  return [
    body(
      t('weeding.paper.listAbove', {
        copies: number(share.copies),
        percent: number(percentOf(share.copies, share.stock, withdrawalLimit * 100)),
        stock: number(share.stock),
        most: number(share.most),
        reason: paper.content.aboveLimitReason || '……',
      }),
    ),
  ]
}

/** What becomes of the documents, a line for each form. */
export function disposalLines({ t, number, sums }: Matter): string[] {
  return sums.byDisposal.map(({ disposal, copies }) =>
    t('weeding.paper.disposal', { form: t(`weeding.disposals.${disposal}`), copies: number(copies) }),
  )
}
