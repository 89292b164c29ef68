import type { TFunction } from 'i18next'
import { displayDate, isoDateAt } from '../../shared/dates.ts'
import { periodText } from '../../shared/period-text.ts'
import type { AskedDoubt, Period, Sheet } from '../../shared/reports/contract.ts'
import type { Language } from '../../shared/texts.ts'
import type { Reader } from '../connection.ts'
import type { Block, OfficialDocument } from '../documents/document.ts'
import { sha256 } from '../hash.ts'
import { indicatorWords } from '../indicator-words.ts'
import { quotedBases } from '../plans/index.ts'
import { wordsIn } from '../words.ts'
import { annexesOf } from './annexes.ts'
import { askedDoubts } from './doubts.ts'
import { comparedFigures } from './figures.ts'
import { narrativeOf } from './narrative.ts'
import { explanations, outlinePaper } from './outline-paper.ts'
import { registrationsOf, withRegistration } from './registrations.ts'

/** Targets are told as of the day. */
type Asked = { day: string; language?: Language | undefined }

/** A signed report stays word for word what was signed; any other is written anew from what counts now. */
export async function paperOf(db: Reader, period: Period, asked: Asked): Promise<OfficialDocument> {
  return (await signedPaper(db, period.id)) ?? quarterlyReport(db, period, asked)
}

export async function signedPaper(db: Reader, id: number): Promise<OfficialDocument | null> {
  const { paper } = await db
    .selectFrom('period')
    .select('paper')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return paper ? (JSON.parse(paper) as OfficialDocument) : null
}

/** The journal only knows the paper's hash, for the paper names its signer. */
export async function paperIsIntact(db: Reader, id: number): Promise<boolean> {
  const period = await db
    .selectFrom('period')
    .select(['paper', 'paperHash'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return period.paper !== null && sha256(period.paper) === period.paperHash
}

/** What the page shows around the figures, which it asks for by themselves. */
export async function sheetOf(db: Reader, period: Period): Promise<Sheet> {
  const signed = await signedPaper(db, period.id)
  const [first] = await registrationsOf(db, period.id)
  const registered = first?.restatement === null ? first : undefined
  const document = signed ? withRegistration(signed, registered) : await frameOf(db, period)
  const { language, letterhead, addressees, signature } = document
  const { governingBody, issuingBody: libraryName, number, symbol, place, date } = letterhead
  const { capacity: signerTitle, name: signerName } = signature ?? { capacity: '', name: '' }
  const recipients = document.recipients.join('\n')
  const head = { language, governingBody, libraryName, number, symbol, place, date }
  const bases = signed ? signedBases(signed) : await basesOf(db, wordsIn[language])
  const foot = document.footer ?? ''
  return { ...head, addressees, signerTitle, signerName, recipients, bases, foot }
}

/** The rules that every library's report rests on, and the documents that this library quotes. */
async function basesOf(db: Reader, t: TFunction): Promise<string[]> {
  return [...t('reports.paper.bases').split('\n'), ...(await quotedBases(db))]
}

function signedBases({ blocks }: OfficialDocument): string[] {
  return blocks.flatMap((block) =>
    block.type === 'paragraph' && block.manner === 'basis' ? block.text.split('\n') : [],
  )
}

/** The quarterly report as plain data: header, legal bases, figures, the director's words, signature. */
export async function quarterlyReport(
  db: Reader,
  period: Period,
  { language, day, doubts }: Asked & { doubts?: readonly AskedDoubt[] },
): Promise<OfficialDocument> {
  const frame = await frameOf(db, period, language)
  const t = wordsIn[frame.language]
  const words = wordsOf(frame.letterhead.issuingBody, period, t)
  const isSigned = period.state === 'signed'
  const figures = await comparedFigures(db, period, { day })
  const blocks = await narrativeOf(db, period, { figures, day, language: frame.language })
  const asked = doubts ?? (await askedDoubts(db, period, figures))
  const indicators = await indicatorWords(db, frame.language)
  const given = { figures, day, language: frame.language, t, words: indicators }
  const annexes = await annexesOf(db, period, given)
  const { leftOut } = period
  return {
    ...frame,
    blocks: [
      ...lines((await basesOf(db, t)).join('\n'), 'basis'),
      { type: 'paragraph', text: t('reports.paper.opening', words) },
      ...outlinePaper(period, { blocks, figures, language: frame.language, t }),
      ...explanations(asked, { language: frame.language, t, words: indicators }),
      ...(isSigned ? [] : lines(t('reports.paper.provisional', { to: displayDate(period.to) }), 'note')),
    ],
    annexes: annexes
      .filter(({ name, isEmpty }) => !isEmpty && !leftOut.includes(name))
      .map(({ isEmpty: _, ...annex }) => annex),
  }
}

/** A report before its contents: who writes to whom, and who signs. */
export async function frameOf(
  db: Reader,
  period: Period,
  asked?: Language,
): Promise<Omit<OfficialDocument, 'blocks'>> {
  const library = await db.selectFrom('library').selectAll().executeTakeFirstOrThrow()
  const language = asked ?? library.language
  const t = wordsIn[language]
  return {
    language,
    letterhead: {
      governingBody: library.governingBody,
      issuingBody: library.name,
      number: '',
      symbol: library.reportSymbol,
      place: library.placeName,
      date: period.signedAt ? isoDateAt(Date.parse(period.signedAt)) : null,
    },
    kind: t('reports.paper.kind'),
    subject: t('reports.paper.subject', wordsOf(library.name, period, t)),
    addressees: [library.governingBody, t('reports.paper.ministry')].filter((line) => line !== ''),
    signature: { capacity: library.signerTitle || t('reports.paper.director'), name: library.signerName },
    recipients: library.recipients.split('\n').filter((line) => line.trim() !== ''),
  }
}

export function wordsOf(library: string, period: Period, t: TFunction) {
  return { library, period: periodText(t, period.period, 'phrase') }
}

function lines(text: string, manner: 'basis' | 'body' | 'note'): Block[] {
  return text.trim() === '' ? [] : [{ type: 'paragraph', text, manner }]
}
