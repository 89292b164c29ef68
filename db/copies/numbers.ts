import { sql } from 'kysely'
import type { Series } from '../../shared/copies/contract.ts'
import {
  farthestAhead,
  partByVoids,
  sharedNumber,
  type Gap,
  type NumberForm,
  type NumberRun,
} from '../../shared/copies/rules.ts'
import type * as z from 'zod'
import type { Reader, Writer } from '../connection.ts'
import type { CommandsOf, QueriesOf } from '../context.ts'
import { readCursor, offsetCursor } from '../cursor.ts'
import type { Fail } from '../failure.ts'

type SeriesRow = z.output<typeof Series>

export const numberQueries: Pick<QueriesOf<'copies'>, 'series' | 'gaps'> = {
  series: (_, { db }) => readSeries(db),

  async gaps({ seriesId, cursor, limit }, { db, fail }) {
    const after = readCursor(cursor, offsetCursor, fail) ?? 0
    const series = (await readSeries(db)).find(({ id }) => id === seriesId)
    if (!series) return fail('series_not_found', { id: seriesId })
    const gaps = await gapsAfter(db, seriesId, { after, limit: limit + 1 })
    const rows = gaps.slice(0, limit)
    return { rows, next: gaps.length > limit ? String(rows.at(-1)?.to ?? after) : null }
  },
}

export const numberCommands: Pick<CommandsOf<'copies'>, 'addSeries' | 'updateSeries' | 'declareVoid'> = {
  async addSeries(fields, { db, fail }) {
    await requireFreeSeries(db, { ...fields, id: 0 }, fail)
    await requireOwnNumbers(db, { ...fields, id: 0 }, fail)
    const { id } = await db
      .insertInto('accessionSeries')
      .values({ ...fields, materials: JSON.stringify(fields.materials) })
      .returning('id')
      .executeTakeFirstOrThrow()
    return seriesOf(db, id)
  },

  async updateSeries({ id, rev, ...fields }, { db, fail }) {
    const series = (await readSeries(db)).find((each) => each.id === id)
    if (!series) return fail('series_not_found', { id })
    if (series.rev !== rev) fail('stale', { id, rev: series.rev })
    await requireFreeSeries(db, { ...fields, id }, fail)
    const isRenumbered = series.prefix !== fields.prefix || series.digits !== fields.digits
    if (isRenumbered && series.copies > 0) fail('series_in_use', { name: series.name, copies: series.copies })
    if (isRenumbered) await requireOwnNumbers(db, { ...fields, id }, fail)
    await db
      .updateTable('accessionSeries')
      .set({ ...fields, materials: JSON.stringify(fields.materials), rev: rev + 1 })
      .where('id', '=', id)
      .execute()
    return seriesOf(db, id)
  },

  async declareVoid({ seriesId, from, to, reason }, { db, fail, today }) {
    const series = (await readSeries(db)).find(({ id }) => id === seriesId)
    if (!series) return fail('series_not_found', { id: seriesId })
    if (from > to) fail('range_wrong', { from, to })
    const greatest = (await lastNumbers(db)).get(seriesId) ?? 0
    if (greatest > 0 && to > greatest + farthestAhead)
      fail('number_out_of_series', { value: to, last: greatest, most: greatest + farthestAhead })
    await requireUnused(db, seriesId, { from, to }, fail)
    await db
      .insertInto('voidNumber')
      .values({ seriesId, fromNumber: from, toNumber: to, reason, declaredOn: today })
      .execute()
    return { numbers: to - from + 1 }
  },
}

export async function readSeries(db: Reader): Promise<SeriesRow[]> {
  const { rows } = await sql<Omit<SeriesRow, 'materials' | 'gaps'> & { materials: string; voids: number }>`
    select id, rev, name, prefix, digits, materials, ${lastNumber} as lastNumber,
      (select count(*) from copy where seriesId = accessionSeries.id) as copies,
      ifnull((select sum(toNumber - fromNumber + 1) from voidNumber where seriesId = accessionSeries.id), 0) as voids
    from accessionSeries order by id`.execute(db)
  return rows.map(({ voids, materials, ...row }) => ({
    ...row,
    materials: JSON.parse(materials) as string[],
    // Voids overlap neither copies nor one another, so this needs no look at the numbers themselves.
    gaps: row.lastNumber - row.copies - voids,
  }))
}

async function seriesOf(db: Reader, id: number): Promise<SeriesRow> {
  const series = (await readSeries(db)).find((each) => each.id === id)
  if (!series) throw new Error(`series ${id} is gone within its own command`)
  return series
}

/** The greatest number of a series that a copy has or that was declared void; 0 while there is none. */
const lastNumber = sql<number>`max(
  ifnull((select max(number) from copy where seriesId = accessionSeries.id), 0),
  ifnull((select max(toNumber) from voidNumber where seriesId = accessionSeries.id), 0))`

export async function lastNumbers(db: Reader): Promise<Map<number, number>> {
  const { rows } = await sql<{ id: number; last: number }>`
    select id, ${lastNumber} as last from accessionSeries`.execute(db)
  return new Map(rows.map(({ id, last }) => [id, last]))
}

async function requireFreeSeries(
  db: Writer,
  { id, name, prefix }: { id: number; name: string; prefix: string },
  fail: Fail<'duplicate_name' | 'duplicate_prefix'>,
): Promise<void> {
  const others = await db
    .selectFrom('accessionSeries')
    .select(['id', 'name', 'prefix'])
    .where('id', '!=', id)
    .execute()
  const namesake = others.find((each) => each.name === name)
  if (namesake) fail('duplicate_name', { id: namesake.id, name })
  // Numbers are read back in any case, so prefixes that differ in case only are the same.
  const twin = others.find((each) => each.prefix.toLowerCase() === prefix.toLowerCase())
  if (twin) fail('duplicate_prefix', { id: twin.id, name: twin.name, prefix })
}

/** No number of this series will ever be written like one of another. */
async function requireOwnNumbers(
  db: Writer,
  { id, ...form }: NumberForm & { id: number },
  fail: Fail<'prefix_clash'>,
): Promise<void> {
  const others = await db
    .selectFrom('accessionSeries')
    .select(['id', 'name', 'prefix', 'digits'])
    .where('id', '!=', id)
    .execute()
  for (const { digits, ...other } of others) {
    const value = sharedNumber(form, { prefix: other.prefix, digits })
    if (value !== null) fail('prefix_clash', { ...other, value })
  }
}

async function requireUnused(
  db: Writer,
  seriesId: number,
  { from, to }: NumberRun,
  fail: Fail<'number_in_use'>,
): Promise<void> {
  const copy = await db
    .selectFrom('copy')
    .innerJoin('title', 'title.id', 'copy.titleId')
    .select(['copy.accessionNumber', 'title.title'])
    .where('copy.seriesId', '=', seriesId)
    .where('copy.number', '>=', from)
    .where('copy.number', '<=', to)
    .orderBy('copy.number')
    .executeTakeFirst()
  if (copy) fail('number_in_use', { accessionNumber: copy.accessionNumber, title: copy.title })
  const [known] = await voidsIn(db, seriesId, { from, to })
  // Declaring twice would count the same numbers twice among the gaps.
  if (known) fail('number_in_use', { accessionNumber: `${known.from}–${known.to}`, title: known.reason })
}

export async function voidsIn(db: Reader, seriesId: number, { from, to }: NumberRun) {
  return db
    .selectFrom('voidNumber')
    .select(['fromNumber as from', 'toNumber as to', 'reason'])
    .where('seriesId', '=', seriesId)
    .where('fromNumber', '<=', to)
    .where('toNumber', '>=', from)
    .orderBy('fromNumber')
    .execute()
}

/** Unused numbers above `after`, up to the greatest used or void. */
async function gapsAfter(
  db: Reader,
  seriesId: number,
  { after, limit }: { after: number; limit: number },
): Promise<Gap[]> {
  const { rows: ends } = await sql<{ first: number | null; last: number; void: number }>`
    select (select min(number) from copy where seriesId = ${seriesId} and number > ${after}) as first,
      ifnull((select max(number) from copy where seriesId = ${seriesId} and number > ${after}), ${after}) as last,
      ifnull((select max(toNumber) from voidNumber where seriesId = ${seriesId}), 0) as void`.execute(db)
  const {
    first: lowest,
    last: highest,
    void: farthestVoid,
  } = ends[0] ?? { first: null, last: after, void: 0 }
  const runs = [
    { from: after + 1, to: (lowest ?? after + 1) - 1 },
    ...(await runsBetween(db, seriesId, { from: lowest ?? after + 1, to: highest, limit })),
    { from: highest + 1, to: farthestVoid },
  ].filter(({ from, to }) => from <= to)
  const [first, last] = [runs[0], runs.at(-1)]
  if (!first || !last) return []
  const voids = await voidsIn(db, seriesId, { from: first.from, to: last.to })
  return runs.flatMap((run) => partByVoids(run, voids)).slice(0, limit)
}

const numbersPerBlock = 1000

/**
 * Runs of unused numbers between two used ones. A block of numbers that are all used is told by their count alone, so
 * only the others are looked at one by one, and only until there are enough.
 */
async function runsBetween(
  db: Reader,
  seriesId: number,
  { from, to, limit }: NumberRun & { limit: number },
): Promise<NumberRun[]> {
  const { rows } = await sql<NumberRun>`
    with recursive block(start) as (
      select ${from} where ${from} < ${to}
      union all select start + ${numbersPerBlock} from block where start + ${numbersPerBlock} < ${to})
    select number + 1 as "from", (
      select min(following.number) from copy as following
      where following.seriesId = ${seriesId} and following.number > copy.number) - 1 as "to"
    from block cross join copy
    where (
      select count(*) from copy as used
      where used.seriesId = ${seriesId} and used.number > start and used.number <= start + ${numbersPerBlock}
    ) < ${numbersPerBlock}
      and copy.seriesId = ${seriesId} and number >= start and number < min(start + ${numbersPerBlock}, ${to})
      and not exists (
        select 1 from copy as next where next.seriesId = ${seriesId} and next.number = copy.number + 1)
    order by start, number limit ${limit}`.execute(db)
  return rows
}
