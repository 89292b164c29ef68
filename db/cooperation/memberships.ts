import { sql } from 'kysely'
import type { Fee, Membership, MembershipFields } from '../../shared/cooperation/contract.ts'
import { fold } from '../../shared/fold.ts'
import type { Reader, Writer } from '../connection.ts'
import type { CommandsOf, QueriesOf } from '../context.ts'
import { requireOrder } from './checks.ts'
import { moneyOf } from './reading.ts'

type Commands = Pick<CommandsOf<'cooperation'>, 'addMembership' | 'updateMembership'>
type Checking = Pick<Parameters<Commands['addMembership']>[1], 'fail'>

export const membershipQueries: Pick<QueriesOf<'cooperation'>, 'membership'> = {
  membership: async ({ id }, { db, fail, today }) =>
    (await readMemberships(db, [id], today))[0] ?? fail('membership_not_found', { id }),
}

export const membershipCommands: Commands = {
  async addMembership({ fees, ...fields }, context) {
    const { db, today } = context
    check({ ...fields, fees }, context)
    const { id } = await db
      .insertInto('membership')
      .values({ ...fields, folded: fold(fields.body) })
      .returning('id')
      .executeTakeFirstOrThrow()
    await setFees(db, id, fees)
    return saved(db, id, today)
  },

  async updateMembership({ id, rev, fees, ...fields }, context) {
    const { db, fail, today } = context
    const [membership] = await readMemberships(db, [id], today)
    if (!membership) return fail('membership_not_found', { id })
    if (membership.rev !== rev) fail('stale', { id, rev: membership.rev })
    check({ ...fields, fees }, context)
    await setFees(db, id, fees)
    await db
      .updateTable('membership')
      .set({ ...fields, folded: fold(fields.body), rev: rev + 1 })
      .where('id', '=', id)
      .execute()
    return saved(db, id, today)
  },
}

function check({ since, endedOn, fees }: MembershipFields, { fail }: Checking): void {
  requireOrder(since, [endedOn], fail)
  const twice = fees.find(({ year }, at) => fees.findIndex((other) => other.year === year) !== at)
  if (twice) fail('year_twice', { year: twice.year })
}

async function setFees(db: Writer, membershipId: number, fees: readonly Fee[]): Promise<void> {
  await sql`delete from membershipFee where membershipId = ${membershipId}
    and year not in (select value from json_each(${JSON.stringify(fees.map(({ year }) => year))}))`.execute(
    db,
  )
  for (const fee of fees)
    await db
      .insertInto('membershipFee')
      .values({ ...fee, membershipId })
      .onConflict((on) =>
        on.columns(['membershipId', 'year']).doUpdateSet({ paidMinor: fee.paidMinor, paidOn: fee.paidOn }),
      )
      .execute()
}

async function saved(db: Reader, id: number, today: string): Promise<Membership> {
  const [membership] = await readMemberships(db, [id], today)
  if (!membership) throw new Error('a membership that was just written is not there')
  return membership
}

/** In the order of the ids; those that were removed are left out. */
export async function readMemberships(
  db: Reader,
  ids: readonly number[],
  today: string,
): Promise<Membership[]> {
  const wanted = sql<number>`(select value from json_each(${JSON.stringify(ids)}))`
  const rows = await db
    .selectFrom('membership')
    .select(['id', 'rev', 'body', 'scope', 'since', 'endedOn', 'currency', 'feeMinor', 'note'])
    .where('id', 'in', wanted)
    .where('removedOn', 'is', null)
    .execute()
  const paid = await db
    .selectFrom('membershipFee')
    .select(['membershipId', 'year', 'paidMinor', 'paidOn'])
    .where('membershipId', 'in', wanted)
    .orderBy('year', 'desc')
    .execute()
  const thisYear = Number(today.slice(0, 4))
  const byId = new Map(
    rows.map((row) => {
      const fees = paid
        .filter(({ membershipId }) => membershipId === row.id)
        .map(({ year, paidMinor, paidOn }) => ({ year, paidMinor, paidOn }))
      const membership: Membership = {
        ...moneyOf(row),
        fees,
        isActive: row.since <= today && (row.endedOn === null || row.endedOn > today),
        paidThisYear: fees.find(({ year }) => year === thisYear)?.paidMinor ?? null,
      }
      return [row.id, membership]
    }),
  )
  return ids.flatMap((id) => byId.get(id) ?? [])
}
