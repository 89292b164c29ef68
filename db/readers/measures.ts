import { sql } from 'kysely'
import { displayDate } from '../../shared/dates.ts'
import { isDeclaredCounter, type CounterFeed } from '../../shared/readers/counters.ts'
import { countedFeeds, type CountedMeasure, type ReaderMeasure } from '../../shared/readers/rules.ts'
import type { Reader } from '../connection.ts'
import { weighing, type Found, type Measure, type Span } from '../measures.ts'
import { wordsIn } from '../words.ts'
import { codesThatFeed, kindByCode } from './kinds.ts'
import { validCardsOn } from './valid-cards.ts'

type Count = { id: number; value: number; siteId: number; on: string }

async function countsThatFeed(
  db: Reader,
  feeds: readonly CounterFeed[],
  { from, to }: Span,
): Promise<Count[]> {
  const codes = await codesThatFeed(db, feeds)
  const { rows } = await sql<Count>`
    select id, value, siteId, "on" from counterValue
    where kindCode in (select value from json_each(${JSON.stringify(codes)}))
      and "on" between ${from} and ${to} and value is not null order by id`.execute(db)
  return rows
}

function found(counts: readonly Count[]): Found {
  return weighing(counts.map(({ id, value }) => ({ id, weight: value })))
}

async function idsOf(db: Reader, query: ReturnType<typeof sql<{ id: number }>>): Promise<Found> {
  const { rows } = await query.execute(db)
  return { ids: rows.map(({ id }) => id) }
}

type Find = Measure['find']

/** What is counted by hand in some places and written by the program in others is known where either is. */
const circulation: readonly ReaderMeasure[] = ['readers.inHouse', 'readers.lentCounted', 'readers.lent']
const issued: readonly ReaderMeasure[] = [
  'readers.cardsIssuedCounted',
  'readers.cardsIssuedToChildrenCounted',
  'readers.cardsIssued',
  'readers.cardsIssuedToChildren',
]
const renewed: readonly ReaderMeasure[] = ['readers.cardsRenewedCounted', 'readers.cardsRenewed']
const valid: readonly ReaderMeasure[] = ['readers.cardsValidCounted', 'readers.cardsValid']

function knownWith(beside: readonly ReaderMeasure[], name: ReaderMeasure): Find {
  return async (db, span, once) => {
    const rows = async (each: ReaderMeasure) => once(`rows of ${each}`, () => rowsOf[each](db, span, once))
    const own = await rows(name)
    for (const each of beside) if ((await rows(each)).ids.length > 0) return own
    return { ...own, isCollected: false }
  }
}

const byFeed = (name: CountedMeasure): Find => {
  return async (db, span) => found(await countsThatFeed(db, countedFeeds[name], span))
}

const cardActs =
  (act: string, isChild: 0 | 1 | null = null): Find =>
  (db, { from, to }) =>
    idsOf(
      db,
      sql<{ id: number }>`select id from readerCardAct
        where act = ${act} and "on" between ${from} and ${to} ${isChild === null ? sql`` : sql`and isChild = ${isChild}`} order by id`,
    )

/** The last count of each site within the span; a count of an earlier time is none of this one's end. */
const lastValidCounts: Find = async (db, span) => {
  const counts = await countsThatFeed(db, ['card_valid'], span)
  const last = [...Map.groupBy(counts, ({ siteId }) => siteId).values()].flatMap((all) => {
    const on = all
      .map((each) => each.on)
      .toSorted()
      .at(-1)
    return all.filter((each) => each.on === on)
  })
  return found(last.toSorted((a, b) => a.id - b.id))
}

const validCards: Find = (db, { to }) => idsOf(db, validCardsOn(to))

const loans: Find = (db, { from, to }) =>
  idsOf(db, sql<{ id: number }>`select id from loan where lentOn between ${from} and ${to} order by id`)

const rowsOf: Record<ReaderMeasure, Find> = {
  'readers.visits': byFeed('readers.visits'),
  'readers.visitsOnSite': byFeed('readers.visitsOnSite'),
  'readers.visitsOutside': byFeed('readers.visitsOutside'),
  'readers.visitsOnline': byFeed('readers.visitsOnline'),
  'readers.inHouse': byFeed('readers.inHouse'),
  'readers.lentCounted': byFeed('readers.lentCounted'),
  'readers.cardsIssuedCounted': byFeed('readers.cardsIssuedCounted'),
  'readers.cardsIssuedToChildrenCounted': byFeed('readers.cardsIssuedToChildrenCounted'),
  'readers.cardsRenewedCounted': byFeed('readers.cardsRenewedCounted'),
  'readers.cardsValidCounted': lastValidCounts,
  'readers.lent': loans,
  'readers.cardsIssued': cardActs('issued', 0),
  'readers.cardsIssuedToChildren': cardActs('issued', 1),
  'readers.cardsRenewed': cardActs('renewed'),
  'readers.cardsValid': validCards,
}

const counterLabel: Measure['label'] = async (db, ids) => {
  const { language } = await db.selectFrom('library').select('language').executeTakeFirstOrThrow()
  const kinds = await kindByCode(db)
  const rows = await db
    .selectFrom('counterValue as row')
    .innerJoin('site', 'site.id', 'row.siteId')
    .select(['row.id', 'row.on', 'row.kindCode', 'row.value', 'site.name'])
    .where('row.id', 'in', ids)
    .execute()
  return rows.map(({ id, on, kindCode, value, name }) => ({
    id,
    label: `${nameOf(kinds.get(kindCode)?.name ?? '', kindCode, language)} · ${name}`,
    detail: `${displayDate(on)}: ${value ?? ''}`,
  }))
}

function nameOf(name: string, code: string, language: 'vi' | 'en'): string {
  if (name !== '' || !isDeclaredCounter(code)) return name
  return wordsIn[language](`readers.kinds.${code}`)
}

/** Of cards and loans a figure shows days and numbers of rows, never whose they are. */
const cardLabel: Measure['label'] = async (db, ids) => {
  const rows = await db
    .selectFrom('readerCard')
    .select(['id', 'issuedOn', 'expiresOn'])
    .where('id', 'in', ids)
    .execute()
  return rows.map(({ id, issuedOn, expiresOn }) => ({
    id,
    label: `#${id}`,
    detail: `${displayDate(issuedOn)} – ${displayDate(expiresOn)}`,
  }))
}

const actLabel: Measure['label'] = async (db, ids) => {
  const rows = await db
    .selectFrom('readerCardAct')
    .select(['id', 'cardId', 'on'])
    .where('id', 'in', ids)
    .execute()
  return rows.map(({ id, cardId, on }) => ({ id, label: `#${cardId}`, detail: displayDate(on) }))
}

const loanLabel: Measure['label'] = async (db, ids) => {
  const rows = await db
    .selectFrom('loan')
    .innerJoin('copy', 'copy.id', 'loan.copyId')
    .innerJoin('title', 'title.id', 'copy.titleId')
    .select(['loan.id', 'loan.lentOn', 'copy.accessionNumber', 'title.title'])
    .where('loan.id', 'in', ids)
    .execute()
  return rows.map(({ id, lentOn, accessionNumber, title }) => ({
    id,
    label: `${accessionNumber} · ${title}`,
    detail: displayDate(lentOn),
  }))
}

const counted = (name: ReaderMeasure, beside: readonly ReaderMeasure[]): Measure => ({
  tableName: 'counterValue',
  label: counterLabel,
  find: knownWith(beside, name),
})
const recorded = (
  name: ReaderMeasure,
  beside: readonly ReaderMeasure[],
  { tableName, label }: Pick<Measure, 'tableName' | 'label'>,
): Measure => ({ tableName, label, find: knownWith(beside, name) })

const acts = { tableName: 'readerCardAct', label: actLabel }

export const measures: Record<ReaderMeasure, Measure> = {
  'readers.visits': counted('readers.visits', ['readers.visits']),
  'readers.visitsOnSite': counted('readers.visitsOnSite', ['readers.visitsOnSite']),
  'readers.visitsOutside': counted('readers.visitsOutside', ['readers.visitsOutside']),
  'readers.visitsOnline': counted('readers.visitsOnline', ['readers.visitsOnline']),
  'readers.inHouse': counted('readers.inHouse', circulation),
  'readers.lentCounted': counted('readers.lentCounted', circulation),
  'readers.lent': recorded('readers.lent', circulation, { tableName: 'loan', label: loanLabel }),
  'readers.cardsIssuedCounted': counted('readers.cardsIssuedCounted', issued),
  'readers.cardsIssuedToChildrenCounted': counted('readers.cardsIssuedToChildrenCounted', issued),
  'readers.cardsIssued': recorded('readers.cardsIssued', issued, acts),
  'readers.cardsIssuedToChildren': recorded('readers.cardsIssuedToChildren', issued, acts),
  'readers.cardsRenewedCounted': counted('readers.cardsRenewedCounted', renewed),
  'readers.cardsRenewed': recorded('readers.cardsRenewed', renewed, acts),
  'readers.cardsValidCounted': counted('readers.cardsValidCounted', valid),
  'readers.cardsValid': recorded('readers.cardsValid', valid, { tableName: 'readerCard', label: cardLabel }),
}
