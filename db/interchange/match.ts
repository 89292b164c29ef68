import { sql } from 'kysely'
import type { MatchRule } from '../../shared/interchange/contract.ts'
import { parseRecord } from '../catalogue/index.ts'
import type { Reader } from '../connection.ts'
import { fieldTexts, folded, keysOf, titleKey, type Known } from './match-keys.ts'
import { createPlaceBook } from './place-book.ts'

/** What an incoming record was found to be: a title of the catalogue, or a record further up in its own file. */
export type Match = { rule: MatchRule['by']; titleId: number | null; insideOf: number | null }
export type Asked = Known & { place: number }
export type Matcher = {
  match: (batch: readonly Asked[]) => Promise<(Match | null)[]>
  close: () => Promise<void>
}

type KeysByRule = string[][]
type TitleByKey = ReadonlyMap<string, number>

/** Asks rule by rule; within one, the file itself is asked before the catalogue, since its first record stands for both. */
export async function createMatcher(
  db: Reader,
  rules: readonly MatchRule[],
  /** Begins the names of files for what does not fit into memory. */
  scratch: string,
): Promise<Matcher> {
  const books = rules.map((rule, at) => createPlaceBook(`${scratch}-${rule.by}-${at}.db`))
  const byField = await Promise.all(
    rules.map((rule) => (rule.by === 'field' ? titlesByField(db, rule) : Promise.resolve(null))),
  )
  async function match(batch: readonly Asked[]) {
    const keys: KeysByRule[] = batch.map((known) => rules.map((rule) => keysOf(rule, known)))
    const found: TitleByKey[] = []
    for (const [at, rule] of rules.entries()) {
      const wanted = keys.flatMap((of) => of[at] ?? [])
      found.push(byField[at] ?? (await titlesByKey(db, rule, wanted)))
    }
    return batch.map(({ place }, item) => {
      let match: Match | null = null
      for (const [at, rule] of rules.entries()) {
        for (const key of keys[item]?.[at] ?? []) {
          // Each key is kept, also of a record that an earlier rule has matched already.
          const insideOf = books[at]?.met(key, place) ?? null
          if (match) continue
          const titleId = found[at]?.get(key) ?? null
          if (insideOf !== null && insideOf !== place) match = { rule: rule.by, titleId, insideOf }
          else if (titleId !== null) match = { rule: rule.by, titleId, insideOf: null }
        }
      }
      return match
    })
  }
  return { match, close: async () => void (await Promise.all(books.map((book) => book.close()))) }
}

async function titlesByKey(db: Reader, rule: MatchRule, keys: readonly string[]): Promise<TitleByKey> {
  if (keys.length === 0) return new Map()
  switch (rule.by) {
    case 'control_number':
      return titlesByControlNumber(db, keys)
    case 'isbn':
      return titlesByIsbn(db, keys)
    case 'title':
      return titlesByTitle(db, keys)
    case 'field':
      return new Map()
  }
}

async function titlesByControlNumber(db: Reader, keys: readonly string[]): Promise<TitleByKey> {
  const pairs = keys.map((key) => key.split('\n'))
  const { rows } = await sql<{ source: string; controlNumber: string; titleId: number }>`
    select origin.source, origin.controlNumber, origin.titleId
    from json_each(${JSON.stringify(pairs)}) as wanted
    cross join titleOrigin as origin on origin.source = wanted.value ->> 0 and origin.controlNumber = wanted.value ->> 1
    join title on title.id = origin.titleId and title.removedOn is null`.execute(db)
  return new Map(rows.map(({ source, controlNumber, titleId }) => [`${source}\n${controlNumber}`, titleId]))
}

/** Volumes of one work may share its number, so the part has to be the same. */
async function titlesByIsbn(db: Reader, keys: readonly string[]): Promise<TitleByKey> {
  const isbns = keys.map((key) => key.slice(0, 13))
  const { rows } = await sql<{ isbn: string; part: string; titleId: number }>`
    select number.isbn, title.part, title.id as titleId
    from json_each(${JSON.stringify(isbns)}) as wanted
    cross join titleIsbn as number on number.isbn = wanted.value
    join title on title.id = number.titleId and title.removedOn is null`.execute(db)
  return new Map(rows.map(({ isbn, part, titleId }) => [`${isbn} ${folded(part)}`, titleId]))
}

type NamedRow = {
  titleId: number
  title: string
  part: string
  authors: string
  organisations: string
  publishedYear: number | null
}

async function titlesByTitle(db: Reader, keys: readonly string[]): Promise<TitleByKey> {
  const titles = [...new Set(keys.map((key) => key.slice(0, key.indexOf('\n'))))]
  const { rows } = await sql<NamedRow>`
    select title.id as titleId, title.title, title.part, title.authors, title.organisations, title.publishedYear
    from json_each(${JSON.stringify(titles)}) as wanted
    cross join title indexed by titleByFoldedTitle on title.foldedTitle = wanted.value and title.removedOn is null`.execute(
    db,
  )
  return new Map(rows.map((row) => [titleKey(row), row.titleId]))
}

const readAtOnce = 1000

/** No index knows any field, so the records are read through once, before the first is asked for. */
async function titlesByField(db: Reader, rule: { tag: string; code: string }): Promise<TitleByKey> {
  const titles = new Map<string, number>()
  for (let after = 0; ;) {
    const rows = await db
      .selectFrom('marcRecord')
      .innerJoin('title', 'title.id', 'marcRecord.id')
      .select(['marcRecord.id', 'marc'])
      .where('marcRecord.id', '>', after)
      .where('title.removedOn', 'is', null)
      .orderBy('marcRecord.id')
      .limit(readAtOnce)
      .execute()
    for (const { id, marc } of rows) {
      if (!marc.includes(`"${rule.tag}"`)) continue
      for (const text of fieldTexts(parseRecord(marc), rule)) titles.set(text, id)
    }
    const last = rows.at(-1)
    if (!last) return titles
    after = last.id
  }
}
