import { sql, type RawBuilder } from 'kysely'
import { CopyFilters, type copySorts } from '../../shared/copies/contract.ts'
import type { Reader } from '../connection.ts'
import type { QueriesOf } from '../context.ts'
import { conditionsOf, type Conditions } from './filters.ts'
import { readCopies, readCopiesAsOf } from './rows.ts'
import { idsFarDown, type InTitleOrder } from './title-order.ts'

export type Sort = (typeof copySorts)[number]
export type Page = { filters: CopyFilters; sort: Sort; limit: number; offset: number }

/** Counting with the title's facts reads two tables, so it stops here and says so. */
const countLimit = 20_000
/** Up to here a walk along the titles takes a moment only. */
const walkLimit = 50_000

export const searchQueries: Pick<QueriesOf<'copies'>, 'search' | 'countTitles' | 'copy'> = {
  async search(input, { db }) {
    const { filters } = input
    const conditions = await conditionsFor(db, filters)
    const ids = (await pageOf(db, conditions, input)).map(({ id }) => id)
    const copies =
      filters.asOf === null ? await readCopies(db, ids) : await readCopiesAsOf(db, ids, filters.asOf)
    return { rows: copies, total: await totalOf(db, conditions) }
  },

  async countTitles({ filters }, { db }) {
    const { onCopy, onTitle } = await conditionsFor(db, filters)
    const from = onTitle.length > 0 ? sql`copy join title on title.id = copy.titleId` : sql`copy`
    const { rows } = await sql<{ titles: number }>`
      select count(distinct copy.titleId) as titles from ${from} ${where([...onCopy, ...onTitle])}`.execute(
      db,
    )
    return { titles: rows[0]?.titles ?? 0 }
  },

  async copy({ id }, { db, fail }) {
    return (await readCopies(db, [id]))[0] ?? fail('copy_not_found', { id })
  },
}

export async function conditionsFor(db: Reader, filters: CopyFilters): Promise<Conditions> {
  const series = await db.selectFrom('accessionSeries').select(['id', 'prefix', 'digits']).execute()
  return conditionsOf(filters, series)
}

/** What a text typed into a list names among all copies, gone ones too: a condition on `copy`. */
export async function copiesNamed(db: Reader, text: string): Promise<RawBuilder<unknown>> {
  const { onCopy } = await conditionsFor(db, CopyFilters.parse({ text, state: 'all' }))
  return sql.join(onCopy, sql` and `)
}

async function pageOf(db: Reader, conditions: Conditions, page: Page): Promise<{ id: number }[]> {
  if (!isInTitleOrder(conditions, page) || page.offset <= walkLimit) {
    return (await idsOf(conditions, page).execute(db)).rows
  }
  return idsFarDown(db, titleOrderOf(conditions, page), page)
}

export function titleOrderOf(conditions: Conditions, page: Page): InTitleOrder {
  return {
    titles: sql`from title ${where(titleConditions(conditions, page))}`,
    titleOrder: sql`${titleKey(page.sort)}, title.id`,
    copies: where(conditions.onCopy),
  }
}

const isTitleSort = (sort: Sort) => sort === 'title' || sort === 'call_number'

function isInTitleOrder({ isNarrow }: Conditions, { sort }: Page): boolean {
  return isTitleSort(sort) && !isNarrow
}

/** Only keys: other tables are joined for the rows of the page, however far down it lies. */
export function idsOf(conditions: Conditions, page: Page): RawBuilder<{ id: number }> {
  const { sort, limit, offset, filters } = page
  const { onCopy, onTitle } = conditions
  if (isInTitleOrder(conditions, page)) {
    return sql`${inTitleOrder(conditions, page)} limit ${limit} offset ${offset}`
  }
  const needsTitle = isTitleSort(sort) || onTitle.length > 0
  const from = needsTitle ? sql`copy join title on title.id = copy.titleId` : sql`copy`
  return sql`select copy.id from ${from} ${where([...onCopy, ...onTitle])}
    order by ${orderOf(sort, filters)} limit ${limit} offset ${offset}`
}

/** Titles in their index's order, and the copies of each out of theirs: only the copies of one title are sorted. */
function inTitleOrder(conditions: Conditions, page: Page) {
  return sql`select copy.id from title cross join copy on copy.titleId = title.id
    ${where([...titleConditions(conditions, page), ...conditions.onCopy])} order by ${orderOf(page.sort, page.filters)}`
}

function titleConditions({ onTitle }: Conditions, { filters }: Page): RawBuilder<unknown>[] {
  // A title leaves the catalogue only when its copies have left the stock.
  const isThere = filters.state === 'live' && filters.asOf === null ? [sql`title.removedOn is null`] : []
  return [...isThere, ...onTitle]
}

function titleKey(sort: Sort): RawBuilder<unknown> {
  return sort === 'call_number' ? sql`title.shelfKey` : sql`title.sortKey`
}

function orderOf(sort: Sort, { titleId }: CopyFilters): RawBuilder<unknown> {
  if (titleId !== null && sort !== 'newest') return sql`copy.accessionNumber`
  switch (sort) {
    case 'accession_number':
      return sql`copy.accessionNumber`
    case 'newest':
      return sql`copy.id desc`
    case 'title':
    case 'call_number':
      return sql`${titleKey(sort)}, title.id, copy.id`
  }
}

export async function totalOf(
  db: Reader,
  { onCopy, onTitle, isNarrow }: Conditions,
): Promise<{ count: number; isExact: boolean }> {
  if (onTitle.length === 0) {
    const { rows } = await sql<{
      count: number
    }>`select count(*) as count from copy ${where(onCopy)}`.execute(db)
    return { count: rows[0]?.count ?? 0, isExact: true }
  }
  const most = isNarrow ? -1 : countLimit + 1
  const { rows } = await sql<{ count: number }>`select count(*) as count from (
    select 1 from copy join title on title.id = copy.titleId ${where([...onCopy, ...onTitle])}
    limit ${most})`.execute(db)
  const count = rows[0]?.count ?? 0
  const isExact = isNarrow || count <= countLimit
  return { count: isExact ? count : countLimit, isExact }
}

function where(conditions: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  return conditions.length === 0 ? sql`` : sql`where ${sql.join(conditions, sql` and `)}`
}
