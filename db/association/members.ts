import { sql, type RawBuilder } from 'kysely'
import * as z from 'zod'
import type { Member, MemberFields, MemberFilters } from '../../shared/association/contract.ts'
import { personSortKey } from '../../shared/collate.ts'
import { fold, words } from '../../shared/fold.ts'
import type { Reader, Writer } from '../connection.ts'
import type { CommandsOf, QueriesOf } from '../context.ts'
import { readCursor } from '../cursor.ts'
import type { Fail } from '../failure.ts'
import { requireBranch } from './branches.ts'

const place = z.tuple([z.string(), z.int()])
type Place = z.output<typeof place>
/** Counting stops here: a longer list is told as more than this. */
const countedAtMost = 20_000

export const memberQueries: Pick<QueriesOf<'association'>, 'members'> = {
  async members({ cursor, limit, ...filters }, { db, fail }) {
    const found = await memberPage(db, filters, { after: readCursor(cursor, place, fail), limit })
    const { rows } = await sql<{ count: number }>`
      select count(*) as count from (select 1 from member ${where(filters)} limit ${countedAtMost + 1})`.execute(
      db,
    )
    const count = rows[0]?.count ?? 0
    return {
      ...found,
      total: { count: Math.min(count, countedAtMost), isExact: count <= countedAtMost },
    }
  },
}

/** One page of the list in its order. */
export async function memberPage(
  db: Reader,
  filters: MemberFilters,
  { after, limit }: { after: Place | null; limit: number },
): Promise<{ rows: Member[]; next: string | null }> {
  const { rows } = await sql<{ id: number; sortKey: string }>`
    select id, sortKey from member ${where(filters, after)} order by sortKey, id limit ${limit + 1}`.execute(
    db,
  )
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    rows: await readMembers(
      db,
      shown.map(({ id }) => id),
    ),
    next: rows.length > limit && last ? JSON.stringify([last.sortKey, last.id]) : null,
  }
}

function where({ text, branchId, state, admittedYear }: MemberFilters, after: Place | null = null) {
  const parts: RawBuilder<unknown>[] = [
    ...words(fold(text)).map((word) => sql`(folded like ${`%${word}%`} or cardNumber = ${text.trim()})`),
    ...(branchId === null ? [] : [sql`branchId = ${branchId}`]),
    ...(state === null ? [] : [state === 'current' ? sql`leftOn is null` : sql`leftOn is not null`]),
    ...(admittedYear === null
      ? []
      : [sql`admittedOn between ${`${admittedYear}-01-01`} and ${`${admittedYear}-12-31`}`]),
    ...(after === null ? [] : [sql`(sortKey, id) > (${after[0]}, ${after[1]})`]),
  ]
  return parts.length === 0 ? sql`` : sql`where ${sql.join(parts, sql` and `)}`
}

async function readMembers(db: Reader, ids: readonly number[]): Promise<Member[]> {
  const rows = await db
    .selectFrom('member')
    .innerJoin('branch', 'branch.id', 'member.branchId')
    .select(['member.id', 'member.rev', 'member.branchId', 'branch.name as branchName', 'member.name'])
    .select(['member.position', 'member.cardNumber', 'member.decisionNumber', 'member.admittedOn'])
    .select(['member.leftOn', 'member.leftReason', 'member.note'])
    .where('member.id', 'in', ids)
    .execute()
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

export const memberCommands: Pick<
  CommandsOf<'association'>,
  'admit' | 'takeBackAdmission' | 'updateMember'
> = {
  async admit({ branchId, decisionNumber, admittedOn, members }, { db, fail, today }) {
    const branch = await requireBranch(db, branchId, fail)
    if (branch.closedOn !== null && branch.closedOn <= admittedOn)
      fail('branch_closed', { name: branch.name, closedOn: branch.closedOn })
    if (admittedOn > today) fail('day_in_future', { on: admittedOn })
    const ids: number[] = []
    for (const member of members) {
      await refuseTwinCard(db, { cardNumber: member.cardNumber, id: null }, fail)
      const { id } = await db
        .insertInto('member')
        .values({ ...member, branchId, decisionNumber, admittedOn, ...keysOf(member) })
        .returning('id')
        .executeTakeFirstOrThrow()
      ids.push(id)
    }
    return { ids }
  },

  async takeBackAdmission({ ids }, { db, fail }) {
    const known = await readMembers(db, ids)
    const missing = ids.find((id) => !known.some((member) => member.id === id))
    if (missing !== undefined) fail('member_not_found', { id: missing })
    await db.deleteFrom('member').where('id', 'in', ids).execute()
    return { members: known.length }
  },

  async updateMember({ id, rev, ...fields }, { db, fail, today }) {
    const [member] = await readMembers(db, [id])
    if (!member) return fail('member_not_found', { id })
    if (member.rev !== rev) fail('stale', { id, rev: member.rev })
    await requireBranch(db, fields.branchId, fail)
    const { admittedOn, leftOn, name } = fields
    const ahead = [admittedOn, leftOn ?? admittedOn].find((on) => on > today)
    if (ahead !== undefined) fail('day_in_future', { on: ahead })
    if (leftOn !== null && leftOn < admittedOn) fail('left_before_admitted', { name, leftOn, admittedOn })
    await refuseTwinCard(db, { cardNumber: fields.cardNumber, id }, fail)
    await db
      .updateTable('member')
      .set({ ...fields, ...keysOf(fields), rev: rev + 1 })
      .where('id', '=', id)
      .execute()
    return (await readMembers(db, [id]))[0] ?? fail('member_not_found', { id })
  },
}

function keysOf({ name }: Pick<MemberFields, 'name'>) {
  return { sortKey: personSortKey(name), folded: fold(name) }
}

async function refuseTwinCard(
  db: Writer,
  { cardNumber, id }: { cardNumber: string; id: number | null },
  fail: Fail<'duplicate_card'>,
): Promise<void> {
  if (cardNumber === '') return
  const twin = await db
    .selectFrom('member')
    .select(['id', 'name'])
    .where('cardNumber', '=', cardNumber)
    .executeTakeFirst()
  if (twin && twin.id !== id) fail('duplicate_card', { cardNumber, name: twin.name })
}
