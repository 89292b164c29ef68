import { readFileSync, statSync } from 'node:fs'
import type { SpecOf } from '../../shared/contracts.ts'
import type { Verdict, Verification } from '../../shared/reports/verification.ts'
import type { Reader } from '../connection.ts'
import type { JobHandler } from '../context.ts'
import { markedFigures, readPaper, render, type PaperRead } from '../documents/index.ts'
import { figuresAreIntact, restatedAreIntact } from '../indicators/index.ts'
import { differencesIn, hasOtherFigures } from './figure-differences.ts'
import { pdfVerdict } from './pdf-verdict.ts'
import { registrationsOf, withRegistration } from './registrations.ts'
import { plainCode, sealsIn } from './seal.ts'
import { signedPapers, type SignedPaper } from './signed-papers.ts'
import { wordDifferences } from './word-differences.ts'

/** Reports come to some megabytes with their scans; anything larger is none of ours. */
const mostBytes = 64 * 2 ** 20

export const verifyFile: JobHandler<SpecOf<'reports.verifyFile'>, never> = {
  async run({ file }, { db, fail, pathOfFile, progress }) {
    const path = pathOfFile(file) ?? fail('file_gone', { name: file.name })
    progress(0, 2)
    if (statSync(path).size > mostBytes) return told('unreadable')
    const bytes = readFileSync(path)
    const papers = await signedPapers(db)
    progress(1, 2)
    if (bytes.subarray(0, 5).toString('latin1') === '%PDF-') return verifyPdf(db, papers, bytes)
    const read = await readPaper(bytes)
    return read ? verifyOffice(db, papers, read) : told('unreadable')
  },
}

async function verifyPdf(db: Reader, papers: readonly SignedPaper[], bytes: Buffer): Promise<Verification> {
  const { verdict, paper, seal } = await pdfVerdict(db, papers, bytes)
  if (paper) return about(db, papers, paper, { verdict, format: 'pdf', seal })
  return claimed(db, papers, bytes.toString('latin1'), 'pdf')
}

async function verifyOffice(
  db: Reader,
  papers: readonly SignedPaper[],
  read: PaperRead,
): Promise<Verification> {
  const paper = paperNamed(papers, read.text)
  if (!paper) return claimed(db, papers, read.text, read.format)
  const seal = sealsIn(read.text)[0]?.seal ?? null
  const expected = markedFigures(paper.document)
  const differences = differencesIn(read, expected, paper.document.language)
  const words = await changedWords(db, paper, read)
  const isSame = !hasOtherFigures(read, expected) && words === null
  const verdict = differences.length > 0 ? 'figures_differ' : isSame ? 'intact' : 'text_edited'
  const found = { verdict, format: read.format, seal } as const
  return {
    ...(await about(db, papers, paper, found)),
    figureCount: expected.length,
    differences,
    words: words ?? noWords,
  }
}

/** By its whole seal; where somebody changed the hash in it, by library, period and revision. */
function paperNamed(papers: readonly SignedPaper[], text: string): SignedPaper | undefined {
  const seals = sealsIn(text)
  return (
    papers.find((paper) => seals.some(({ seal }) => seal === paper.seal)) ??
    papers.find((paper) =>
      seals.some(
        ({ library, period, revision }) =>
          library === paper.library && period === paper.period && revision === paper.revision,
      ),
    )
  )
}

/** What becomes of a file that is none of the papers here, by what it says of itself. */
async function claimed(
  db: Reader,
  papers: readonly SignedPaper[],
  text: string,
  format: Verification['format'],
): Promise<Verification> {
  const claim = sealsIn(text)[0]
  if (!claim) return { ...told('no_seal'), format }
  const { code } = await db.selectFrom('library').select('code').executeTakeFirstOrThrow()
  const ours = new Set([plainCode(code), ...papers.map(({ library }) => library)])
  return { ...told(ours.has(claim.library) ? 'unknown_revision' : 'not_ours'), format, seal: claim.seal }
}

async function about(
  db: Reader,
  papers: readonly SignedPaper[],
  paper: SignedPaper,
  { verdict, format, seal }: Pick<Verification, 'verdict' | 'format' | 'seal'>,
): Promise<Verification> {
  const { periodId, period, revision, signedAt } = paper
  const of = papers.filter((each) => each.periodId === periodId)
  const latestRevision = Math.max(...of.map((each) => each.revision))
  const report = { periodId, period, revision, signedAt, latestRevision }
  return { ...told((await isKept(db, paper)) ? verdict : 'record_altered'), format, seal, report }
}

/** Nothing is proved by a record that was changed behind the program's back. */
async function isKept(db: Reader, { periodId, isIntact }: SignedPaper): Promise<boolean> {
  return isIntact && (await figuresAreIntact(db, periodId)) && (await restatedAreIntact(db, periodId))
}

const noWords: Verification['words'] = { signed: [], found: [] }

function told(verdict: Verdict): Verification {
  return { verdict, format: null, seal: null, report: null, figureCount: 0, differences: [], words: noWords }
}

/**
 * Held against the same paper made anew, read the same way: what programs add to a file on saving is no word. Its number
 * and day may be those of the pen or those of the clerical desk. Null where all words are the same.
 */
async function changedWords(
  db: Reader,
  { document, periodId, revision }: SignedPaper,
  { format, text }: PaperRead,
): Promise<Verification['words'] | null> {
  const restatement = revision === 1 ? null : revision - 1
  const registered = (await registrationsOf(db, periodId)).find((each) => each.restatement === restatement)
  const wanted = bare(text)
  let signed = ''
  for (const paper of registered ? [document, withRegistration(document, registered)] : [document]) {
    signed = (await readPaper(await render(paper, format)))?.text ?? ''
    if (bare(signed) === wanted) return null
  }
  return wordDifferences(signed, text)
}

/** Capitals are the printer's choice, which may change with the program. */
function bare(text: string): string {
  return text
    .normalize('NFC')
    .toLocaleLowerCase('vi')
    .replace(/[\s\u200B\uFEFF]+/g, '')
}
