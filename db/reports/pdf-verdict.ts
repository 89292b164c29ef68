import type { Verdict } from '../../shared/reports/verification.ts'
import type { Reader } from '../connection.ts'
import { sha256 } from '../hash.ts'
import { sealsIn } from './seal.ts'
import type { SignedPaper } from './signed-papers.ts'

type PdfVerdict = { verdict: Verdict; paper: SignedPaper | null; seal: string | null }

/** A PDF is known by its bytes, which are written down when it is made: no program reads figures off every PDF. */
export async function pdfVerdict(
  db: Reader,
  papers: readonly SignedPaper[],
  bytes: Buffer,
): Promise<PdfVerdict> {
  const made = await db.selectFrom('producedPdf').select(['periodId', 'revision', 'hash', 'size']).execute()
  const whole = sha256(bytes)
  const same = made.find(({ hash }) => hash === whole)
  // Whoever signs a PDF digitally writes behind its end.
  const within = same ?? made.find(({ hash, size }) => size < bytes.length && isBeginning(bytes, size, hash))
  const known = within && papers.find((paper) => isOf(paper, within))
  if (known) return { verdict: same ? 'intact' : 'appended', paper: known, seal: known.seal }
  const [claim] = sealsIn(bytes.toString('latin1'))
  const paper = papers.find(({ seal }) => seal === claim?.seal) ?? null
  return { verdict: 'other_pdf', paper, seal: claim?.seal ?? null }
}

function isBeginning(bytes: Buffer, size: number, hash: string): boolean {
  return sha256(bytes.subarray(0, size)) === hash
}

function isOf(paper: SignedPaper, { periodId, revision }: { periodId: number; revision: number }): boolean {
  return paper.periodId === periodId && paper.revision === revision
}
