import { sql } from 'kysely'
import type { Filters } from '../../shared/catalogue/search.ts'
import type { Reader } from '../connection.ts'
import { countedBeside } from './wanted.ts'

const namedAtMost = 20

/** Counted on a past day, and taken out of the catalogue or merged since: no list of titles shows them any more. */
export async function goneSince(db: Reader, { countedOn, materials }: Filters) {
  if (countedOn === null) return { count: 0, titles: [] }
  const rows = await db
    .selectFrom('title')
    .select(['id', 'title', sql<number>`count(*) over ()`.as('count')])
    .where('removedOn', 'is not', null)
    .where(sql<boolean>`id in (${countedBeside(db, countedOn)})`)
    .$if(materials.length > 0, (query) => query.where('material', 'in', materials))
    .orderBy('sortKey')
    .limit(namedAtMost)
    .execute()
  return { count: rows[0]?.count ?? 0, titles: rows.map(({ id, title }) => ({ id, title })) }
}
