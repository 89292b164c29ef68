import { sql, type RawBuilder, type SqlBool } from 'kysely'
import type { Search } from '../../shared/catalogue/search.ts'
import type { Reader } from '../connection.ts'
import { hitIds, hits, isEverything, matchOf, type Wanted } from './wanted.ts'

/** Up to so many hits it is quicker to sort them than to walk along an order and leave out all others. */
const sortLimit = 20_000

type Sort = Search['sort']
type Place = { sort: Sort; offset: number; limit: number }

/** Without words to rank by, an order of relevance is the alphabetical one. */
const orders = {
  relevance: sql`sortKey, id`,
  title: sql`sortKey, id`,
  author: sql`authorKey, id`,
  call_number: sql`shelfKey, id`,
  year: sql`publishedYear desc, id desc`,
  newest: sql`addedOn desc, id desc`,
} satisfies Record<Sort, RawBuilder<unknown>>

/** Titles with nothing to be put in order by stand at the end, as a part of their own. */
const keyColumn = { author: sql`authorKey`, call_number: sql`shelfKey` } as const

const all = sql<SqlBool>`true`

function partsOf(sort: Sort): RawBuilder<SqlBool>[] {
  if (sort !== 'author' && sort !== 'call_number') return [all]
  const key = keyColumn[sort]
  return [sql<SqlBool>`${key} > ''`, sql<SqlBool>`${key} = ''`]
}

/** Any stretch of a list in its order. */
export async function orderedIds(db: Reader, wanted: Wanted, place: Place): Promise<number[]> {
  if (isEverything(wanted)) return walk(db, all, place)
  const ids = await hitIds(db, wanted, { limit: sortLimit + 1 })
  return ids.length > sortLimit ? walk(db, conditionOf(wanted), place) : sorted(db, ids, place)
}

function conditionOf(wanted: Wanted): RawBuilder<SqlBool> {
  const { conditions } = wanted
  const inIndex =
    matchOf(wanted) === null ? all : sql<SqlBool>`title.id in (${hits({ ...wanted, conditions: [] })})`
  const each = conditions.map((condition) => condition.each(sql<number>`title.id`))
  return sql.join([inIndex, ...each], sql` and `)
}

async function sorted(db: Reader, ids: readonly number[], { sort, offset, limit }: Place): Promise<number[]> {
  const [first = all] = partsOf(sort)
  const { rows } = await sql<{ id: number }>`
    select id from title where id in (select value from json_each(${JSON.stringify(ids)}))
    order by ${first} desc, ${orders[sort]} limit ${limit} offset ${offset}`.execute(db)
  return rows.map((row) => row.id)
}

/** Along the index of the order: only its entries are stepped over, no row is read. */
async function walk(
  db: Reader,
  condition: RawBuilder<SqlBool>,
  { sort, offset, limit }: Place,
): Promise<number[]> {
  const found: number[] = []
  let before = offset
  for (const part of partsOf(sort)) {
    const where = sql`from title where removedOn is null and ${part} and ${condition}`
    const { rows } = await sql<{ id: number }>`
      select id ${where} order by ${orders[sort]} limit ${limit - found.length} offset ${before}`.execute(db)
    // One by one: a call takes no more arguments than the stack has room for, and a catalogue may have a million.
    for (const { id } of rows) found.push(id)
    if (found.length === limit) break
    // Only a page that lies beyond this part needs to know how long the part is.
    if (found.length > 0 || before === 0) before = 0
    else before -= await countWhere(db, where)
  }
  return found
}

async function countWhere(db: Reader, where: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count ${where}`.execute(db)
  return rows[0]?.count ?? 0
}
