import canonicalize from 'canonicalize'
import type { Period } from '../../shared/reports/contract.ts'
import type { Reader } from '../connection.ts'
import type { OfficialDocument } from '../documents/index.ts'
import { markedFigures, type MarkedFigure } from '../documents/index.ts'
import { sha256 } from '../hash.ts'
import { wordsIn } from '../words.ts'

/** The place in the journal that a signature covers. */
export type Anchor = { position: number; journalHash: string }

/** The hash of what a paper says in numbers: the same for all its formats, whatever words stand around them. */
export function printedHash(document: OfficialDocument): string {
  const said = markedFigures(document).map(({ mark, cell }) => ({ mark, value: valueOf(cell) }))
  return sha256(canonicalize(said) ?? '')
}

function valueOf(cell: MarkedFigure['cell']) {
  return cell.kind === 'number' ? cell.value : cell.shown
}

/** Ties a paper to what was signed here: by the line at its foot, and by the QR that says the same. */
export async function sealed(
  db: Reader,
  document: OfficialDocument,
  { period, revision, anchor }: { period: Period; revision: number; anchor: Anchor },
): Promise<OfficialDocument> {
  const { code } = await db.selectFrom('library').select('code').executeTakeFirstOrThrow()
  const seal = sealText({ library: code, period: period.period, revision, hash: printedHash(document) })
  return { ...document, seal, footer: wordsIn[document.language]('reports.paper.proof', { seal, ...anchor }) }
}

export type SealParts = { library: string; period: string; revision: number }

function sealText({ library, period, revision, hash }: SealParts & { hash: string }): string {
  return `KHOSACH:${plainCode(library)}/${period}/${revision}/${hash.toUpperCase()}`
}

/** As a seal writes it: nothing that would end the seal. */
export function plainCode(library: string): string {
  return library.replace(/[^\w.-]+/g, '_') || '-'
}

const sealPattern = /KHOSACH:([\w.-]+)\/([\w.-]+)\/(\d{1,4})\/[0-9A-F]{64}/g

/** Every seal in a text, whoever's it is. */
export function sealsIn(text: string): (SealParts & { seal: string })[] {
  return [...text.matchAll(sealPattern)].map(([seal, library = '', period = '', revision]) => ({
    seal,
    library,
    period,
    revision: Number(revision),
  }))
}
