import type { TFunction } from 'i18next'
import type { SpecOf } from '../../shared/contracts.ts'
import { displayDate, isoDateAt } from '../../shared/dates.ts'
import { fold } from '../../shared/fold.ts'
import { scopeWords } from '../../shared/stocktake/scope-words.ts'
import type { Member, Stocktake } from '../../shared/stocktake/contract.ts'
import { fileName } from '../../shared/file-name.ts'
import type { Reader } from '../connection.ts'
import type { JobHandler } from '../context.ts'
import {
  basisLines,
  lines,
  memberTable,
  render,
  signatureRows,
  type Block,
  type OfficialDocument,
} from '../documents/index.ts'
import { wordsIn } from '../words.ts'
import { annexesOf } from './minutes-annexes.ts'
import { resultBlocks } from './minutes-tables.ts'
import { numberIn } from './number-text.ts'
import { tallyOf, type Tally } from './progress.ts'
import { isClosed, requireStocktake } from './reading.ts'

export const produce: JobHandler<SpecOf<'stocktake.produce'>, never> = {
  async run({ id, format }, { db, fail, progress, offerFile }) {
    const stocktake = await requireStocktake(db, id, fail)
    if (stocktake.state === 'planned') fail('not_begun', { name: stocktake.name })
    progress(0, 2)
    const paper =
      (isClosed(stocktake) ? await frozenPaper(db, id) : null) ?? (await minutesPaper(db, stocktake))
    progress(1, 2)
    const bytes = await render(paper, format)
    progress(2, 2)
    const name = `bien-ban-${fileName(stocktake.name) || id}.${format}`
    return { file: await offerFile(name, bytes) }
  },
}

/** Word for word what was closed, whatever names and places are called since. */
async function frozenPaper(db: Reader, id: number): Promise<OfficialDocument | null> {
  const { paper } = await db
    .selectFrom('stocktake')
    .select('paper')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return paper ? (JSON.parse(paper) as OfficialDocument) : null
}

/** Biên bản kiểm kê as plain data: council, scope, results, proposals, signatures, and the lists behind the figures. */
export async function minutesPaper(db: Reader, stocktake: Stocktake): Promise<OfficialDocument> {
  const library = await db.selectFrom('library').selectAll().executeTakeFirstOrThrow()
  const t = wordsIn[library.language]
  const { closedOn, minutesNumber, basis, note } = stocktake
  // While it is being closed its classes are written down already.
  const written: Stocktake = closedOn === null ? stocktake : { ...stocktake, state: 'closed' }
  const tally = await tallyOf(db, written)
  const symbol = /^BC\b/.test(library.reportSymbol) ? library.reportSymbol.replace(/^BC/, 'BB') : ''
  return {
    language: library.language,
    letterhead: {
      governingBody: library.governingBody,
      issuingBody: library.name,
      number: minutesNumber,
      symbol,
      place: library.placeName,
      date: closedOn,
    },
    kind: t('stocktake.minutes.kind'),
    subject: subjectOf(stocktake.name, t),
    addressees: [],
    blocks: [
      ...basisLines(basis, (line) => t('stocktake.minutes.basis', { line })),
      ...(closedOn === null ? lines(t('stocktake.minutes.draft'), 'note') : []),
      { type: 'paragraph', text: t('stocktake.minutes.opening', { library: library.name }) },
      memberTable(stocktake.members, {
        column: (key) => t(`stocktake.minutes.members.${key}`),
        duty: dutyWords(t),
      }),
      { type: 'heading', level: 1, text: t('stocktake.minutes.what') },
      { type: 'list', items: await aboutIt(db, { stocktake, tally }, t) },
      { type: 'heading', level: 1, text: t('stocktake.minutes.results') },
      ...(await resultBlocks(db, tally, t)),
      { type: 'heading', level: 1, text: t('stocktake.minutes.proposals') },
      ...proposals(tally, note, t),
      { type: 'paragraph', text: t('stocktake.minutes.ending') },
      ...signatureRows(stocktake.members, { order: signing, usual: usuallySigning, inWords: dutyWords(t) }),
    ],
    signature: null,
    recipients: [],
    annexes: await annexesOf(db, written, t),
    ...(closedOn === null ? {} : { footer: t('stocktake.minutes.footer', { uuid: stocktake.uuid }) }),
  }
}

function subjectOf(name: string, t: TFunction): string {
  return fold(name).startsWith('kiem ke') ? name : t('stocktake.minutes.subject', { name })
}

async function aboutIt(
  db: Reader,
  { stocktake, tally }: { stocktake: Stocktake; tally: Tally },
  t: TFunction,
): Promise<string[]> {
  const { plannedFrom, plannedTo, openedAt, closedOn, expected } = stocktake
  const number = numberIn(t)
  const { people, files } = await handsOf(db, stocktake.id)
  const planned =
    plannedFrom === null && plannedTo === null
      ? []
      : [t('stocktake.minutes.planned', { from: dayOr(plannedFrom), to: dayOr(plannedTo) })]
  return [
    t('stocktake.minutes.scope', { scope: scopeWords(stocktake, t) }),
    ...planned,
    t('stocktake.minutes.time', {
      from: openedAt === null ? '…' : displayDate(isoDateAt(Date.parse(openedAt))),
      to: dayOr(closedOn),
    }),
    t('stocktake.minutes.expected', { shown: number(expected ?? 0) }),
    t('stocktake.minutes.method', {
      scans: number(tally.scans.scans),
      twice: number(tally.scans.twice),
      people: number(people),
      files: number(files),
    }),
  ]
}

function dayOr(day: string | null): string {
  return day === null ? '…/…/……' : displayDate(day)
}

async function handsOf(db: Reader, id: number): Promise<{ people: number; files: number }> {
  const { people } = await db
    .selectFrom('stocktakeScan')
    .select((is) => is.fn.count<number>('userId').distinct().as('people'))
    .where('stocktakeId', '=', id)
    .where('undoneAt', 'is', null)
    .executeTakeFirstOrThrow()
  const { files } = await db
    .selectFrom('stocktakeSource')
    .select((is) => is.fn.countAll<number>().as('files'))
    .where('stocktakeId', '=', id)
    .where('takenOutAt', 'is', null)
    .executeTakeFirstOrThrow()
  return { people, files }
}

/** What follows from each kind of finding, named only where there is one; then what the library itself wrote. */
function proposals({ cells }: Tally, note: string, t: TFunction): Block[] {
  const number = numberIn(t)
  const count = (...classes: string[]) =>
    cells.filter((cell) => classes.includes(cell.class)).reduce((sum, cell) => sum + cell.count, 0)
  const due = [
    ['missing', count('missing')],
    ['misplaced', count('misplaced')],
    ['extra', count('withdrawn_present', 'cancelled_present', 'unknown')],
    ['away', count('away_present')],
  ] as const
  const items = due.flatMap(([key, copies]) =>
    copies === 0 ? [] : [t(`stocktake.minutes.due.${key}`, { shown: number(copies) })],
  )
  return [
    ...(items.length > 0
      ? [{ type: 'list' as const, items }]
      : [{ type: 'paragraph' as const, text: t('stocktake.minutes.due.nothing') }]),
    ...lines(note, 'body'),
  ]
}

/** In the order in which they sign. */
const signing = ['secretary', 'keeper', 'member', 'deputy', 'chair'] as const
const usuallySigning = ['secretary', 'keeper', 'chair'] as const

function dutyWords(t: TFunction) {
  return (duty: Member['duty']) => t(`stocktake.duties.${duty}`)
}
