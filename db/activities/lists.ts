import { sql } from 'kysely'
import { declaredCodes, type Filters } from '../../shared/activities/contract.ts'
import { ftsQuery, tagMark } from '../catalogue/index.ts'
import type { Reader } from '../connection.ts'
import type { QueriesOf } from '../context.ts'
import { idCursor, readCursor } from '../cursor.ts'
import { readRows } from './reading.ts'
import { idOf, rowidOf } from './search-index.ts'

/** Counts beside the list are taken of so many of its newest rows. */
const countedAtMost = 500
const dayAfterAll = '9999-12-31'
const dayBeforeAll = '0001-01-01'
const highestId = 2 ** 31 - 1

type Page = { before?: number | null; limit: number }

/** Numbers of the index, the newest day first: the end of the index is read, and no more of it than is shown. */
export async function rowidsOf(db: Reader, filters: Filters, { before, limit }: Page): Promise<number[]> {
  const match = matchOf(filters)
  if (match === null) return []
  const from = rowidOf(filters.from ?? dayBeforeAll, 0)
  const to = rowidOf(filters.to ?? dayAfterAll, highestId)
  const below = Math.min(before ?? Number.MAX_SAFE_INTEGER, to + 1)
  if (match === '') return withoutWords(db, { filters, before: before ?? null, limit })
  const { rows } = await sql<{ rowid: number }>`
    select rowid from activitySearch where activitySearch match ${match}
      and rowid >= ${whole(from)} and rowid < ${whole(below)} order by rowid desc limit ${limit}`.execute(db)
  return rows.map(({ rowid }) => rowid)
}

/** Numbers are bound as fractions, by which FTS5 does not seek: it would walk to the place from the end of the index. */
const whole = (value: number) => sql`cast(${value} as integer)`

async function withoutWords(
  db: Reader,
  { filters, before, limit }: { filters: Filters; before: number | null; limit: number },
): Promise<number[]> {
  const last = before === null ? null : await dayAndId(db, before)
  const { rows } = await sql<{ id: number; startsOn: string }>`
    select id, startsOn from activity where removedOn is null
      and startsOn >= ${filters.from ?? dayBeforeAll} and startsOn <= ${filters.to ?? dayAfterAll}
      ${last ? sql`and (startsOn, id) < (${last.startsOn}, ${last.id})` : sql``}
    order by startsOn desc, id desc limit ${limit}`.execute(db)
  return rows.map(({ id, startsOn }) => rowidOf(startsOn, id))
}

/** The place that a number of the index stands for, whether or not the activity is still there. */
async function dayAndId(db: Reader, rowid: number): Promise<{ startsOn: string; id: number }> {
  const id = idOf(rowid)
  const { rows } = await sql<{ startsOn: string }>`
    select date((${rowid} - ${id}) / ${2 ** 31} + 0.5) as startsOn`.execute(db)
  return { startsOn: rows[0]?.startsOn ?? dayAfterAll, id }
}

const tag = (text: string) => `"${tagMark}${text.replaceAll('_', '')}"`

/** Null where nothing can match; empty where everything does. */
function matchOf(filters: Filters): string | null {
  const tags: string[] = []
  if (filters.typeCode !== null) tags.push(tag(`t${filters.typeCode}`))
  if (filters.group !== null) tags.push(tag(`g${filters.group}`))
  if (filters.state !== null) tags.push(tag(`s${filters.state}`))
  if (filters.proof !== null) tags.push(tag(`q${filters.proof}`))
  if (filters.siteId !== null) tags.push(tag(`p${filters.siteId}`))
  if (filters.campaignId !== null) tags.push(tag(`c${filters.campaignId}`))
  if (filters.partnerId !== null) tags.push(tag(`r${filters.partnerId}`))
  const words = ftsQuery(filters.text)
  if (words === '' && filters.text.trim() !== '') return null
  return [
    ...(words === '' ? [] : [`words : (${words})`]),
    ...(tags.length === 0 ? [] : [`tags : (${tags.join(' AND ')})`]),
  ].join(' AND ')
}

export const listQueries: Pick<QueriesOf<'activities'>, 'list' | 'facets'> = {
  async list({ cursor, limit, ...filters }, { db, fail }) {
    const before = readCursor(cursor, idCursor, fail)
    const rowids = await rowidsOf(db, filters, { before, limit: limit + 1 })
    const shown = rowids.slice(0, limit)
    const rows = await readRows(db, shown.map(idOf))
    return { rows, next: rowids.length > limit ? String(shown.at(-1)) : null }
  },

  async facets(filters, { db }) {
    const rowids = await rowidsOf(db, filters, { limit: countedAtMost + 1 })
    const ids = JSON.stringify(rowids.slice(0, countedAtMost).map(idOf))
    const { rows } = await sql<{ kind: string; value: string; count: number }>`
      with found as (select a.typeCode, a.state, a.proof, a.siteId from json_each(${ids}) as each
        join activity as a on a.id = each.value)
      select 'types' as kind, typeCode as value, count(*) as count from found group by typeCode
      union all select 'states', state, count(*) from found group by state
      union all select 'proofs', proof, count(*) from found group by proof
      union all select 'sites', cast(siteId as text), count(*) from found where siteId is not null group by siteId`.execute(
      db,
    )
    const of = (kind: string) =>
      rows.filter((row) => row.kind === kind).map(({ value, count }) => ({ value, count }))
    return {
      types: of('types').toSorted((a, b) => orderOf(a.value) - orderOf(b.value)),
      states: of('states'),
      proofs: of('proofs'),
      sites: of('sites'),
      total: Math.min(rowids.length, countedAtMost),
      isExact: rowids.length <= countedAtMost,
    }
  },
}

function orderOf(code: string): number {
  const at = declaredCodes.findIndex((each) => each === code)
  return at < 0 ? declaredCodes.length : at
}
