import { sql } from 'kysely'
import { tierFor, type Ranked } from '../../shared/catalogue/rules.ts'
import type { Selection } from '../../shared/catalogue/search.ts'
import { sortKey } from '../../shared/collate.ts'
import { spellingsOf } from '../../shared/fold.ts'
import type { Reader } from '../connection.ts'
import { orderedIds } from './browse.ts'
import { allOf } from './match.ts'
import { hitIds, matchOf, wantedBy, type Asked, type Wanted } from './wanted.ts'

/** Beyond so many hits the order inside the last tier is no longer worth computing. */
export const candidateLimit = 5000
/** How many titles that begin with the words are looked at first, so that a common word cannot crowd them out. */
const beginningLimit = 500

/** Ids of what a text finds, best first; of more than 5,000 hits the best ones known. */
export async function rankedIds(
  db: Reader,
  { text }: Asked,
  wanted: Wanted,
): Promise<{ ids: number[]; isExact: boolean }> {
  const { ids, isExact } = await candidates(db, wanted)
  const rows = await rankedRows(db, ids)
  const tierOf = tierFor(text)
  const ranked = rows.map((row) => ({ id: row.id, sortKey: row.sortKey, tier: tierOf(row) }))
  ranked.sort(
    (a, b) => a.tier - b.tier || (a.sortKey < b.sortKey ? -1 : a.sortKey > b.sortKey ? 1 : a.id - b.id),
  )
  return { ids: ranked.map((row) => row.id), isExact }
}

/**
 * Whole words are asked before begun ones: they go before them, and the index answers them piece by piece, while it
 * gathers all that begins with a word before it gives the first.
 */
async function candidates(db: Reader, wanted: Wanted): Promise<{ ids: number[]; isExact: boolean }> {
  const limit = candidateLimit + 1
  let ids = await hitIds(db, wanted, { limit, match: matchOf(wanted, false) })
  if (ids.length < limit) {
    const begun = await hitIds(db, wanted, { limit })
    if (begun.length < limit) return { ids: begun, isExact: true }
    ids = [...ids, ...begun]
  }
  const first = [...(await beginning(db, wanted)), ...(await exact(db, wanted))]
  return { ids: [...new Set([...first, ...ids])].slice(0, candidateLimit), isExact: false }
}

/** Titles that begin with the words: along the title's own indexes, or in the text index where filters cut. */
async function beginning(db: Reader, wanted: Wanted): Promise<number[]> {
  const limit = beginningLimit
  const starts = startsOf(wanted.phrases)
  if (wanted.matches.length > 0 || wanted.conditions.length > 0) {
    const begun = starts.map((start) => `(^ "${start}" *)`).join(' OR ')
    return hitIds(db, wanted, { limit, match: [`title : (${begun})`, ...wanted.matches].join(' AND ') })
  }
  const ids: number[] = []
  // The key's last sign is the tone, which an unfinished syllable has not got yet.
  for (const start of startsOf(wanted.typedPhrases))
    ids.push(...(await idsWithin(db, 'sortKey', sortKey(start).slice(0, -1))))
  for (const start of starts) ids.push(...(await idsWithin(db, 'foldedTitle', start)))
  return ids
}

/** The words one after another, in each way to write them. */
function startsOf(phrases: Wanted['phrases']): string[] {
  const all = (phrases ?? []).flatMap((phrase) => phrase.words)
  return all.length === 0 ? [] : spellingsOf(all).map((way) => way.join(' '))
}

async function idsWithin(db: Reader, column: 'sortKey' | 'foldedTitle', start: string): Promise<number[]> {
  const rows = await db
    .selectFrom('title')
    .select('id')
    .where('removedOn', 'is', null)
    .where(column, '>=', start)
    .where(column, '<', `${start}\u{10FFFF}`)
    .orderBy(column)
    .limit(beginningLimit)
    .execute()
  return rows.map((row) => row.id)
}

/** Those with the accents as typed, where the other index can tell: it knows words and tags, no phrases. */
async function exact(db: Reader, { typedPhrases, matches, tags, conditions }: Wanted): Promise<number[]> {
  if (!typedPhrases || matches.length > tags.length || conditions.length > 0) return []
  if (typedPhrases.some((phrase) => phrase.words.length > 1)) return []
  const match = [allOf(typedPhrases, { isLastOpen: false }), ...tags].join(' AND ')
  const { rows } = await sql<{ id: number }>`
    select rowid as id from titleExact where titleExact match ${match} limit ${candidateLimit}`.execute(db)
  return rows.map((row) => row.id)
}

async function rankedRows(db: Reader, ids: readonly number[]): Promise<Ranked[]> {
  const { rows } = await sql<Ranked>`
    select id, title, subtitle, responsibility, sortKey, foldedTitle from title
    where id in (select value from json_each(${JSON.stringify(ids)}))`.execute(db)
  return rows
}

/** The titles of a selection in its order, all of them and not only what a list shows, up to the limit. */
export async function selectedIds(
  db: Reader,
  selection: Selection,
  { limit }: { limit: number },
): Promise<number[]> {
  if ('ids' in selection) return selection.ids.slice(0, limit)
  const { search } = selection
  const wanted = await wantedBy(db, search)
  if (!wanted.phrases || search.sort !== 'relevance') {
    return orderedIds(db, wanted, { sort: search.sort, offset: 0, limit })
  }
  const { ids, isExact } = await rankedIds(db, search, wanted)
  if (isExact || ids.length >= limit) return ids.slice(0, limit)
  const all = await hitIds(db, wanted, { limit })
  return [...new Set([...ids, ...all])].slice(0, limit)
}
