import type { TFunction } from 'i18next'
import { displayDate, isoDateAt } from '../../shared/dates.ts'
import type { Value } from '../../shared/indicators/contract.ts'
import { reportLines } from '../../shared/indicators/formulas.ts'
import { doubtText } from '../../shared/reports/doubt-text.ts'
import type { AskedDoubt, Period, Sheet } from '../../shared/reports/contract.ts'
import { runtimeKey, type Language, type WordAt } from '../../shared/texts.ts'
import type { Reader } from '../connection.ts'
import { reportPart as digitizationPart } from '../digitization/index.ts'
import type { Block, CellValue, OfficialDocument, Row } from '../documents/document.ts'
import { shownNumber } from '../documents/numbers.ts'
import { sha256 } from '../hash.ts'
import { indicatorWords, type IndicatorWords } from '../indicator-words.ts'
import { quotedBases } from '../plans/index.ts'
import { wordsIn } from '../words.ts'
import { askedDoubts } from './doubts.ts'
import { comparedFigures, type Figures } from './figures.ts'
import { notedFigures } from './noted-figures.ts'

/** What ties a printed report to the file it came from. */
export type Proof = { figuresHash: string; position: number; journalHash: string }

/** Targets are told as of the day. */
type Asked = { day: string; language?: Language | undefined }

/** A signed report stays word for word what was signed; any other is written anew from what counts now. */
export async function paperOf(db: Reader, period: Period, asked: Asked): Promise<OfficialDocument> {
  return (await signedPaper(db, period.id)) ?? quarterlyReport(db, period, asked)
}

async function signedPaper(db: Reader, id: number): Promise<OfficialDocument | null> {
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
  const document = signed ?? (await frameOf(db, period))
  const { language, letterhead, addressees, signature } = document
  const { governingBody, issuingBody: libraryName, symbol, place, date } = letterhead
  const { capacity: signerTitle, name: signerName } = signature ?? { capacity: '', name: '' }
  const recipients = document.recipients.join('\n')
  const head = { language, governingBody, libraryName, symbol, place, date }
  const bases = signed ? signedBases(signed) : await basesOf(db, wordsIn[language])
  return { ...head, addressees, signerTitle, signerName, recipients, bases }
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
  { language, day, proof, doubts }: Asked & { proof?: Proof; doubts?: readonly AskedDoubt[] },
): Promise<OfficialDocument> {
  const frame = await frameOf(db, period, language)
  const t = wordsIn[frame.language]
  const words = wordsOf(frame.letterhead.issuingBody, period, t)
  const isSigned = period.state === 'signed'
  const figures = await comparedFigures(db, period, { day })
  const indicators = await indicatorWords(db, frame.language)
  return {
    ...frame,
    blocks: [
      ...lines((await basesOf(db, t)).join('\n'), 'basis'),
      { type: 'paragraph', text: t('reports.paper.opening', words) },
      { type: 'heading', level: 1, text: t('reports.paper.results') },
      ...figureTable(figures, t, indicators),
      ...explanations(doubts ?? (await askedDoubts(db, period, figures)), frame.language, indicators),
      ...(await digitizationPart(db, day < period.to ? day : period.to, frame.language)),
      ...lines(period.note, 'body'),
      ...(isSigned ? [] : lines(t('reports.paper.provisional', { to: displayDate(period.to) }), 'note')),
    ],
    ...(proof ? { footer: t('reports.paper.proof', proof) } : {}),
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
  return { library, quarter: t(runtimeKey(`reports.quarters.${period.quarter}`)), year: period.year }
}

function lines(text: string, manner: 'basis' | 'body' | 'note'): Block[] {
  return text.trim() === '' ? [] : [{ type: 'paragraph', text, manner }]
}

export function cellOf({ status, value }: Pick<Value, 'status' | 'value'>): CellValue {
  return status === 'known' ? value : { status }
}

/** What was unusual, and why it is so: as far as somebody has said it. */
function explanations(doubts: readonly AskedDoubt[], language: Language, words: IndicatorWords): Block[] {
  const t = wordsIn[language]
  const items = doubts.flatMap((doubt) => {
    if (!doubt.explanation) return []
    const told = doubtText(t, doubt, (value) => shownNumber(value, language), words.name)
    return t('reports.paper.explanation', { doubt: told, text: doubt.explanation.text })
  })
  if (items.length === 0) return []
  return [
    { type: 'heading', level: 2, text: t('reports.paper.doubts') },
    { type: 'list', items },
  ]
}

function figureTable(figures: Figures, t: TFunction, words: IndicatorWords): Block[] {
  const hasTargets = figures.some(({ progress }) => progress !== null)
  const rows: Row[] = reportLines(figures).map((figure, index) => ({
    type: 'values',
    values: {
      number: index + 1,
      code: figure.codes.join(', '),
      name:
        figure.givenReason === undefined
          ? words.name(figure.code)
          : t('reports.paper.givenName', { name: words.name(figure.code) }),
      unit: words.unit(figure.code),
      value: cellOf(figure),
      previous: cellOf(figure.previous),
      lastYear: cellOf(figure.samePeriodLastYear),
      target: figure.progress?.value ?? null,
      progress: figure.progress?.percent ?? null,
    },
  }))
  const text = (key: WordAt<'reports.columns'>, weight: number) => ({
    key,
    label: t(`reports.columns.${key}`),
    weight,
    kind: 'text' as const,
  })
  const isCounted = (which: 'previous' | 'samePeriodLastYear') =>
    figures.some((figure) => !figure[which].isSigned)
  const number = (key: string, label: string) => ({
    key,
    label,
    weight: 12,
    kind: 'number' as const,
  })
  const table: Block = {
    type: 'table',
    columns: [
      { ...text('number', 5), align: 'center' },
      { ...text('code', 13), align: 'center' },
      text('name', 33),
      text('unit', 9),
      number('value', t('reports.columns.value')),
      number(
        'previous',
        t(isCounted('previous') ? 'reports.columns.previousCounted' : 'reports.columns.previous'),
      ),
      number(
        'lastYear',
        t(isCounted('samePeriodLastYear') ? 'reports.columns.lastYearCounted' : 'reports.columns.lastYear'),
      ),
      ...(hasTargets
        ? [number('target', t('reports.columns.target')), number('progress', t('reports.columns.progress'))]
        : []),
    ],
    rows,
  }
  return [
    table,
    ...(hasTargets ? lines(t('reports.paper.targets'), 'note') : []),
    ...notedFigures(figures, t, words.name),
  ]
}
