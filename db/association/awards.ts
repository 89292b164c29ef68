import { sql, type RawBuilder } from 'kysely'
import * as z from 'zod'
import type { Award, AwardFields, AwardFilters } from '../../shared/association/contract.ts'
import { fold, words } from '../../shared/fold.ts'
import type { Reader, Writer } from '../connection.ts'
import type { CommandsOf, QueriesOf } from '../context.ts'
import { readCursor } from '../cursor.ts'
import type { Fail } from '../failure.ts'
import { requireBranch } from './branches.ts'

const place = z.tuple([z.string(), z.int()])
type Place = z.output<typeof place>
const countedAtMost = 20_000

export const awardQueries: Pick<QueriesOf<'association'>, 'awards'> = {
  async awards({ cursor, limit, ...filters }, { db, fail }) {
    const page = await awardPage(db, filters, { before: readCursor(cursor, place, fail), limit })
    const { rows } = await sql<{ count: number }>`
      select count(*) as count from (select 1 from award ${where(filters)} limit ${countedAtMost + 1})`.execute(
      db,
    )
    const count = rows[0]?.count ?? 0
    return { ...page, total: { count: Math.min(count, countedAtMost), isExact: count <= countedAtMost } }
  },
}

export async function awardPage(
  db: Reader,
  filters: AwardFilters,
  { before, limit }: { before: Place | null; limit: number },
): Promise<{ rows: Award[]; next: string | null }> {
  const { rows } = await sql<{ id: number; decidedOn: string }>`
    select id, decidedOn from award ${where(filters, before)}
    order by decidedOn desc, id desc limit ${limit + 1}`.execute(db)
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    rows: await readAwards(
      db,
      shown.map(({ id }) => id),
    ),
    next: rows.length > limit && last ? JSON.stringify([last.decidedOn, last.id]) : null,
  }
}

function where({ text, year, kind, receivedBy }: AwardFilters, before: Place | null = null) {
  const parts: RawBuilder<unknown>[] = [
    ...words(fold(text)).map((word) => sql`folded like ${`%${word}%`}`),
    ...(year === null ? [] : [sql`year = ${year}`]),
    ...(kind === null ? [] : [sql`kind = ${kind}`]),
    ...(receivedBy === null ? [] : [sql`receivedBy = ${receivedBy}`]),
    ...(before === null ? [] : [sql`(decidedOn, id) < (${before[0]}, ${before[1]})`]),
  ]
  return parts.length === 0 ? sql`` : sql`where ${sql.join(parts, sql` and `)}`
}

async function readAwards(db: Reader, ids: readonly number[]): Promise<Award[]> {
  const rows = await db
    .selectFrom('award')
    .leftJoin('branch', 'branch.id', 'award.branchId')
    .select(['award.id', 'award.rev', 'award.year', 'award.decidedOn', 'award.kind', 'award.receivedBy'])
    .select(['award.recipient', 'award.branchId', 'branch.name as branchName', 'award.decisionNumber'])
    .select(['award.issuer', 'award.reason'])
    .where('award.id', 'in', ids)
    .execute()
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

export const awardCommands: Pick<CommandsOf<'association'>, 'addAward' | 'updateAward' | 'removeAward'> = {
  async addAward(fields, { db, fail, today }) {
    await checked(db, { fields, today }, fail)
    const { id } = await db
      .insertInto('award')
      .values(asRow(fields))
      .returning('id')
      .executeTakeFirstOrThrow()
    return asSaved(db, id)
  },

  async updateAward({ id, rev, ...fields }, { db, fail, today }) {
    const award = await requireAward(db, id, fail)
    if (award.rev !== rev) fail('stale', { id, rev: award.rev })
    await checked(db, { fields, today }, fail)
    await db
      .updateTable('award')
      .set({ ...asRow(fields), rev: rev + 1 })
      .where('id', '=', id)
      .execute()
    return asSaved(db, id)
  },

  async removeAward({ id, rev }, { db, fail }) {
    const award = await requireAward(db, id, fail)
    if (award.rev !== rev) fail('stale', { id, rev: award.rev })
    await db.deleteFrom('award').where('id', '=', id).execute()
    return { id }
  },
}

function asRow(fields: AwardFields) {
  return { ...fields, folded: fold(`${fields.recipient} ${fields.decisionNumber}`) }
}

async function checked(
  db: Writer,
  { fields, today }: { fields: AwardFields; today: string },
  fail: Fail<'branch_not_found' | 'day_in_future'>,
): Promise<void> {
  if (fields.decidedOn > today) fail('day_in_future', { on: fields.decidedOn })
  if (fields.branchId !== null) await requireBranch(db, fields.branchId, fail)
}

async function requireAward(db: Reader, id: number, fail: Fail<'award_not_found'>): Promise<Award> {
  return (await readAwards(db, [id]))[0] ?? fail('award_not_found', { id })
}

async function asSaved(db: Reader, id: number): Promise<Award> {
  const [award] = await readAwards(db, [id])
  if (!award) throw new Error('an award that was just written is not there')
  return award
}
