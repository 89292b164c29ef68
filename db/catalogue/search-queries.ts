import { sql } from 'kysely'
import { TitleRow } from '../../shared/catalogue/contract.ts'
import { fold, spellingsOf, words } from '../../shared/fold.ts'
import type { Reader } from '../connection.ts'
import type { QueriesOf } from '../context.ts'
import { orderedIds } from './browse.ts'
import { facetsOf } from './facets.ts'
import { goneSince } from './gone.ts'
import { placeOf } from './places.ts'
import { candidateLimit, rankedIds } from './search.ts'
import { countHits, hitIds, isEverything, isLive, wantedBy, type Wanted } from './wanted.ts'

export const searchQueries: Pick<QueriesOf<'catalogue'>, 'search' | 'facets' | 'placeInList'> = {
  async search({ offset, limit, ...search }, { db }) {
    const wanted = await wantedBy(db, search)
    const beside = {
      instead: await preferredHeadings(db, search.text),
      gone: await goneSince(db, search.filters),
    }
    if (wanted.phrases && search.sort === 'relevance') {
      const { ids, isExact } = await rankedIds(db, search, wanted)
      const rows = await rowsInOrder(db, ids.slice(offset, offset + limit))
      return { rows, total: { count: ids.length, isExact }, ...beside }
    }
    const ids = await orderedIds(db, wanted, { sort: search.sort, offset, limit })
    return { rows: await rowsInOrder(db, ids), total: await totalOf(db, wanted), ...beside }
  },

  facets: (search, { db }) => facetsOf(db, search),

  async placeInList({ sort, from }, { db }) {
    return { offset: await placeOf(db, sort, from) }
  },
}

async function totalOf(db: Reader, wanted: Wanted) {
  if (!isEverything(wanted)) {
    const few = await hitIds(db, wanted, { limit: candidateLimit + 1 })
    if (few.length <= candidateLimit) return { count: few.length, isExact: true }
  }
  return { count: await countHits(db, wanted), isExact: true }
}

/** Rows of the page alone are read, and their copies counted from an index. */
export async function rowsInOrder(db: Reader, ids: readonly number[]): Promise<TitleRow[]> {
  const rows = await db
    .selectFrom('title')
    .select(TitleRow.omit({ copies: true }).keyof().options)
    .select(sql<number>`(select count(*) from copy where titleId = title.id and ${isLive})`.as('copies'))
    .where('id', 'in', ids)
    .execute()
  const rowById = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => rowById.get(id) ?? [])
}

/** Headings to be used instead of a form that only leads to them. */
async function preferredHeadings(db: Reader, text: string): Promise<string[]> {
  const asked = words(fold(text))
  if (asked.length === 0) return []
  const forms = spellingsOf(asked).map((way) => way.join(' '))
  const { rows } = await sql<{ heading: string }>`
    select distinct authority.heading from authorityForm
    join authority on authority.id = authorityForm.authorityId and authority.mergedIntoId is null
    where authorityForm.foldedForm in (${sql.join(forms)}) order by authority.sortKey limit 5`.execute(db)
  return rows.map((row) => row.heading)
}
