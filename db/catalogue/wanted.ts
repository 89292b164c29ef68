import { sql, type RawBuilder, type SqlBool } from 'kysely'
import { normalIsbn } from '../../shared/catalogue/rules.ts'
import type { Filters, Search } from '../../shared/catalogue/search.ts'
import { fold, words } from '../../shared/fold.ts'
import type { Reader } from '../connection.ts'
import { digitalTitlesOn, serialsTakenOn } from '../stock/index.ts'
import { allOf, phrasesOf, tagMatches, typed, wordMatches, type Phrase } from './match.ts'

/** A search made ready: what the text index is asked, and what only other tables know. */
export type Wanted = {
  /** The words of the box, folded; null where the box is empty or names one thing. */
  phrases: readonly Phrase[] | null
  /** The same as typed, where they have accents. */
  typedPhrases: readonly Phrase[] | null
  matches: readonly string[]
  /** Filters by tag alone, which both indexes know. */
  tags: readonly string[]
  conditions: readonly Condition[]
}

type Condition = {
  /** Asked of one title after another, which is right where words leave few of them. */
  each: (id: RawBuilder<number>) => RawBuilder<SqlBool>
  /** The same with all its titles gathered first, which is right where a filter alone leaves very many of them. */
  among?: (id: RawBuilder<number>) => RawBuilder<SqlBool>
  /** All its titles that are in the catalogue, one after another, where nothing else narrows. */
  titles?: RawBuilder<unknown>
}

export type Asked = Pick<Search, 'text' | 'filters'>

/** A box that names one thing, an ISBN or a number on a copy, finds that thing; else it is searched for as words. */
export async function wantedBy(db: Reader, { text, filters }: Asked): Promise<Wanted> {
  const tags = tagMatches(filters)
  const base: Wanted = {
    phrases: null,
    typedPhrases: null,
    tags,
    matches: [...wordMatches(filters), ...tags],
    conditions: conditionsOf(db, filters),
  }
  if (text.trim() === '') return base
  const isbn = normalIsbn(text)
  if (isbn) {
    const byIsbn = { ...base, matches: [...base.matches, isbnMatch(isbn)] }
    if ((await hitIds(db, byIsbn, { limit: 1 })).length > 0) return byIsbn
  }
  const titleIds = await titlesOfCode(db, text.trim())
  if (titleIds.length > 0) return { ...base, conditions: [...base.conditions, isOneOf(titleIds)] }
  const phrases = phrasesOf(text, fold)
  const asTyped = phrasesOf(text, typed)
  const hasAccents = JSON.stringify(asTyped) !== JSON.stringify(phrases)
  return { ...base, phrases, typedPhrases: hasAccents ? asTyped : null }
}

export function isEverything({ phrases, matches, conditions }: Wanted): boolean {
  return phrases === null && matches.length === 0 && conditions.length === 0
}

/** Null where nothing is asked of the index. */
export function matchOf({ phrases, matches }: Wanted, isLastOpen = true): string | null {
  const all = phrases ? [allOf(phrases, { isLastOpen }), ...matches] : matches
  return all.length > 0 ? all.join(' AND ') : null
}

const indexId = sql<number>`titleSearch.rowid`
const titleId = sql<number>`title.id`

/** A select of the ids of all that is wanted, in no order. */
export function hits(wanted: Wanted, match = matchOf(wanted)): RawBuilder<{ id: number }> {
  if (wanted.phrases?.length === 0) return sql`select id from title where false`
  const [first, ...others] = wanted.conditions
  if (match === null && first?.titles) {
    const id = sql<number>`found.id`
    return sql`select found.id from (${first.titles}) as found
      where ${sql.join([sql`true`, ...others.map((other) => other.each(id))], sql` and `)}`
  }
  const isBrowsing = !wanted.phrases && match !== null
  const asks = wanted.conditions.map(({ each, among }) => (isBrowsing && among ? among : each))
  const where = (id: RawBuilder<number>, first: RawBuilder<unknown>) =>
    sql.join([first, ...asks.map((ask) => ask(id))], sql` and `)
  return match === null
    ? sql`select title.id from title where ${where(titleId, sql`removedOn is null`)}`
    : sql`select titleSearch.rowid as id from titleSearch
        where ${where(indexId, sql`titleSearch match ${match}`)}`
}

export async function hitIds(
  db: Reader,
  wanted: Wanted,
  { limit, match }: { limit: number; match?: string | null },
): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`${hits(wanted, match)} limit ${limit}`.execute(db)
  return rows.map((row) => row.id)
}

export async function countHits(db: Reader, wanted: Wanted): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from (${hits(wanted)})`.execute(db)
  return rows[0]?.count ?? 0
}

const isbnMatch = (isbn: string) => `numbers : "${words(fold(isbn)).join(' ')}"`

export const isLive = sql<SqlBool>`withdrawnOn is null and cancelledOn is null`

function isOneOf(ids: readonly number[]): Condition {
  return { each: (id) => sql`${id} in (${sql.join(ids)})` }
}

function conditionsOf(db: Reader, filters: Filters): Condition[] {
  const conditions: Condition[] = []
  const { siteIds, hasCopies, authorityId, hostId, countedOn } = filters
  const number = filters.accessionNumber.trim()
  const barcode = filters.barcode.trim()
  const within = (ids: RawBuilder<unknown>) => conditions.push({ each: (id) => sql`${id} in (${ids})` })
  if (number) within(sql`select titleId from copy where ${hasNumber(number)}`)
  if (barcode) within(sql`select titleId from copy where barcode = ${barcode} and barcode != ''`)
  if (siteIds.length > 0) conditions.push(hasCopy(sql`copy.siteId in (${sql.join(siteIds)})`))
  if (hasCopies === true) conditions.push(hasCopy(sql`true`))
  if (hasCopies === false) conditions.push(not(hasCopy(sql`true`)))
  if (authorityId !== null) within(sql`select titleId from titleAuthority where authorityId = ${authorityId}`)
  if (hostId !== null) within(sql`select id from title where hostId = ${hostId}`)
  if (countedOn !== null) within(countedBeside(db, countedOn))
  return conditions
}

/** What the stock of a day counts beside its copies, titles included that are gone since. */
export function countedBeside(db: Reader, day: string): RawBuilder<unknown> {
  const digital = digitalTitlesOn(db, day).select('title.id').as('digital')
  const taken = serialsTakenOn(db, day).select('title.id').as('taken')
  return sql`select id from ${digital} union all select id from ${taken}`
}

function hasCopy(which: RawBuilder<unknown>) {
  return {
    each: (id) => sql`exists (select 1 from copy where copy.titleId = ${id} and ${which} and ${isLive})`,
    // The sign keeps the text index from being asked anew for each of those titles.
    among: (id) => sql`+${id} in (select copy.titleId from copy where ${which} and ${isLive})`,
    // No title leaves the catalogue before its last copy has left the stock.
    titles: sql`select copy.titleId as id from copy indexed by copyByTitle where ${which} and ${isLive} group by copy.titleId`,
  } satisfies Condition
}

function not({ each, among }: ReturnType<typeof hasCopy>): Condition {
  return { each: (id) => sql`not ${each(id)}`, among: (id) => sql`not ${among(id)}` }
}

/** As it stands on the label, or its number without prefix and zeros. */
function hasNumber(typedNumber: string): RawBuilder<SqlBool> {
  const asWritten = sql<SqlBool>`accessionNumber in (${typedNumber}, ${typedNumber.toUpperCase()})`
  if (!/^\d{1,12}$/.test(typedNumber)) return asWritten
  return sql`(${asWritten} or (seriesId in (select id from accessionSeries) and number = ${Number(typedNumber)}))`
}

/** Shorter ones are rather a year or a word than a code. */
const shortestCode = 5

async function titlesOfCode(db: Reader, code: string): Promise<number[]> {
  if (code.length < shortestCode || !/\d/.test(code)) return []
  const { rows } = await sql<{ id: number }>`
    select titleId as id from copy where accessionNumber in (${code}, ${code.toUpperCase()})
    union select titleId from copy where barcode = ${code} and barcode != ''`.execute(db)
  return rows.map((row) => row.id)
}
