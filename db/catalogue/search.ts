import { sql, type SqlBool } from 'kysely'
import { normalIsbn, tierFor, type Ranked } from '../../shared/catalogue/rules.ts'
import { fold, words } from '../../shared/fold.ts'
import type { Reader } from '../connection.ts'
import type { Derived } from '../views.ts'

/** Beyond so many hits the order inside the last tier is no longer worth computing. */
export const candidateLimit = 5000

/** đ has no decomposition, so the tokenizer would keep it apart from d. */
const folded = (column: string) => `replace(replace(${column}, 'đ', 'd'), 'Đ', 'D')`
const indexed = (row: string) =>
  `${folded(`${row}.title`)}, ${folded(`${row}.subtitle || ' ' || ${row}.responsibility || ' ' || ${row}.publisher`)}`

export const titleSearch: Derived = {
  name: 'titleSearch',
  create: `create virtual table titleSearch using fts5(title, rest, content='', contentless_delete=1,
    tokenize="unicode61 remove_diacritics 2", prefix='1 2')`,
  fill: `insert into titleSearch (rowid, title, rest) select id, ${indexed('t')} from title t where removedOn is null`,
  triggers: [
    `create trigger titleSearch_insert after insert on title when new.removedOn is null
      begin insert into titleSearch (rowid, title, rest) values (new.id, ${indexed('new')}); end`,
    `create trigger titleSearch_update after update of title, subtitle, responsibility, publisher, removedOn on title
      begin
        delete from titleSearch where rowid = old.id;
        insert into titleSearch (rowid, title, rest)
          select new.id, ${indexed('new')} where new.removedOn is null;
      end`,
    `create trigger titleSearch_delete after delete on title
      begin delete from titleSearch where rowid = old.id; end`,
  ],
}

/** Every word must occur, the last one may be unfinished. User text never reaches MATCH unquoted. */
export function ftsQuery(text: string): string {
  return words(fold(text))
    .map((word) => `"${word}"*`)
    .join(' ')
}

/** Ids of what a text finds, best first. */
export async function rankedIds(db: Reader, text: string): Promise<{ ids: number[]; isExact: boolean }> {
  const isbn = normalIsbn(text)
  const byIsbn = isbn ? await idsByIsbn(db, isbn) : []
  if (byIsbn.length > 0) return { ids: byIsbn, isExact: true }
  if (words(text).length === 0) return { ids: [], isExact: true }
  const candidates = await candidateRows(db, text)
  const tierOf = tierFor(text)
  const ranked = candidates.map((row) => ({ id: row.id, sortKey: row.sortKey, tier: tierOf(row) }))
  ranked.sort(
    (a, b) => a.tier - b.tier || (a.sortKey < b.sortKey ? -1 : a.sortKey > b.sortKey ? 1 : a.id - b.id),
  )
  return { ids: ranked.map((row) => row.id), isExact: candidates.length < candidateLimit }
}

/** Word for word the condition of the index, without which SQLite may not use it for a bound ISBN. */
export const isbnIsGiven = sql<SqlBool>`isbn != ''`

async function idsByIsbn(db: Reader, isbn: string): Promise<number[]> {
  const rows = await db
    .selectFrom('title')
    .select('id')
    .where('isbn', '=', isbn)
    .where(isbnIsGiven)
    .where('removedOn', 'is', null)
    .execute()
  return rows.map((row) => row.id)
}

/** Titles that begin with the words come from their own index, so a common letter cannot crowd them out. */
async function candidateRows(db: Reader, text: string): Promise<Ranked[]> {
  const columns = [
    'title.id',
    'title.title',
    'title.subtitle',
    'title.responsibility',
    'title.sortKey',
    'title.foldedTitle',
  ] as const
  const start = words(fold(text)).join(' ')
  const beginning = await db
    .selectFrom('title')
    .select(columns)
    .where('removedOn', 'is', null)
    .where('foldedTitle', '>=', start)
    .where('foldedTitle', '<', `${start}\u{10FFFF}`)
    .orderBy('foldedTitle')
    .limit(500)
    .execute()
  const matching = await db
    .selectFrom(sql<{ rowid: number }>`titleSearch`.as('hit'))
    .innerJoin('title', 'title.id', 'hit.rowid')
    .select(columns)
    .where(sql<SqlBool>`titleSearch match ${ftsQuery(text)}`)
    .limit(candidateLimit)
    .execute()
  const rowById = new Map([...beginning, ...matching].map((row) => [row.id, row]))
  return [...rowById.values()].slice(0, candidateLimit)
}
