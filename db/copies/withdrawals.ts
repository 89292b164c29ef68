import { sql } from 'kysely'
import type { Copy, Withdrawal, WithdrawalFields } from '../../shared/copies/contract.ts'
import { withdrawalLimit } from '../../shared/copies/rules.ts'
import { displayDate } from '../../shared/dates.ts'
import type * as z from 'zod'
import type { Reader, Writer } from '../connection.ts'
import type { CommandsOf, QueriesOf } from '../context.ts'
import { offsetCursor, readCursor } from '../cursor.ts'
import type { Fail } from '../failure.ts'
import { lastClosedYear } from '../registers/index.ts'
import { heldOn, openingLeftOn } from '../stock/index.ts'
import { idsIn } from './copies.ts'
import { hindranceOf, requireFree } from './here.ts'
import { openPlaces } from './places.ts'
import { correctCopyLines, decisionText, emptyWithdrawalLine, writeWithdrawalLine } from './register-lines.ts'
import { readCopies } from './rows.ts'

type WithdrawalRow = z.output<typeof Withdrawal>
type Fields = z.output<typeof WithdrawalFields>

export const withdrawalQueries: Pick<
  QueriesOf<'copies'>,
  'withdrawals' | 'withdrawal' | 'previewWithdrawal'
> = {
  async withdrawals({ cursor, limit }, { db, fail }) {
    const from = readCursor(cursor, offsetCursor, fail) ?? 0
    const ids = await db
      .selectFrom('withdrawal')
      .select('id')
      .orderBy('withdrawnOn', 'desc')
      .orderBy('id', 'desc')
      .limit(limit + 1)
      .offset(from)
      .execute()
    const page = ids.slice(0, limit).map(({ id }) => id)
    return { rows: await readWithdrawals(db, page), next: ids.length > limit ? String(from + limit) : null }
  },

  async withdrawal({ id }, { db, fail }) {
    return (await readWithdrawals(db, [id]))[0] ?? fail('withdrawal_not_found', { id })
  },

  async previewWithdrawal({ copyIds, withdrawnOn }, { db }) {
    const copies = await readCopies(db, [...new Set(copyIds)])
    const cannot = copies.flatMap((copy) => {
      const reason = hindranceOf(copy, withdrawnOn)
      return reason ? [{ copyId: copy.id, accessionNumber: copy.accessionNumber, reason }] : []
    })
    const leaving = copies.filter((copy) => hindranceOf(copy, withdrawnOn) === null)
    const stockBefore = await stockOn(db, withdrawnOn)
    return {
      copies: leaving.length,
      amountMinor: leaving.reduce((sum, { priceMinor }) => sum + (priceMinor ?? 0), 0),
      lastCopiesOf: await lastCopiesOf(db, leaving),
      stockBefore,
      isAboveLimit: leaving.length > stockBefore * withdrawalLimit,
      cannot,
    }
  },
}

export const withdrawalCommands: Pick<CommandsOf<'copies'>, 'withdraw' | 'takeBackWithdrawal'> = {
  async withdraw({ copyIds, isAboveLimitMeant, ...fields }, { db, fail, today }) {
    await requireDecision(db, fields, { fail, today })
    const copies = await requireFree(db, { copyIds, withdrawnOn: fields.withdrawnOn }, fail)
    const stock = await stockOn(db, fields.withdrawnOn)
    if (!isAboveLimitMeant && copies.length > stock * withdrawalLimit)
      fail('above_limit', { copies: copies.length, stock, most: Math.floor(stock * withdrawalLimit) })
    const { id } = await db.insertInto('withdrawal').values(fields).returning('id').executeTakeFirstOrThrow()
    const ids = copies.map((copy) => copy.id)
    const { withdrawnOn } = fields
    await db
      .updateTable('copy')
      .set((is) => ({ withdrawnOn, withdrawalId: id, rev: is('rev', '+', 1) }))
      .where('id', 'in', idsIn(ids))
      .execute()
    const withdrawal = await withdrawalOf(db, id)
    await writeWithdrawalLine(db, withdrawal, { year: Number(withdrawnOn.slice(0, 4)), fail, today })
    const said = `${displayDate(withdrawnOn)}; ${decisionText(withdrawal)}`
    const patch = () => ({ withdrawal: said })
    await correctCopyLines(db, { ids, patch, reason: 'withdrawn', cause: { withdrawalId: id } }, today)
    return withdrawal
  },

  async takeBackWithdrawal({ id, rev, reason }, { db, fail, today }) {
    const [withdrawal] = await readWithdrawals(db, [id])
    if (!withdrawal) return fail('withdrawal_not_found', { id })
    const { decisionNumber, takenBackOn } = withdrawal
    if (takenBackOn !== null) fail('withdrawal_taken_back', { decisionNumber, on: displayDate(takenBackOn) })
    if (withdrawal.rev !== rev) fail('stale', { id, rev: withdrawal.rev })
    await requireOpenPlaces(db, id, fail)
    const copies = await db
      .updateTable('copy')
      .set((is) => ({ withdrawnOn: null, withdrawalId: null, rev: is('rev', '+', 1) }))
      .where('withdrawalId', '=', id)
      .returning('id')
      .execute()
    await db
      .updateTable('withdrawal')
      .set({ takenBackOn: today, takenBackReason: reason, rev: rev + 1 })
      .where('id', '=', id)
      .execute()
    await emptyWithdrawalLine(db, id, { words: reason, today })
    const ids = copies.map((copy) => copy.id)
    const patch = () => ({ withdrawal: '' })
    const cause = { withdrawalId: id }
    await correctCopyLines(db, { ids, patch, reason: 'takenBack', words: reason, cause }, today)
    return withdrawalOf(db, id)
  },
}

async function readWithdrawals(db: Reader, ids: readonly number[]): Promise<WithdrawalRow[]> {
  const rows = await db
    .selectFrom('withdrawal')
    .select(['id', 'rev', 'decisionNumber', 'decidedOn', 'withdrawnOn', 'ground', 'note'])
    .select(['takenBackOn', 'takenBackReason'])
    .where('id', 'in', idsIn(ids))
    .execute()
  // Of a decision taken back, the register still knows which copies it named.
  const { rows: totals } = await sql<{ id: number; copies: number; amountMinor: number }>`
    select id, count(*) as copies, ifnull(sum(priceMinor), 0) as amountMinor from (
      select withdrawalId as id, priceMinor from copy where withdrawalId in ${idsIn(ids)}
      union all
      select named.withdrawalId, copy.priceMinor
      from (select distinct line.withdrawalId, line.copyId from withdrawal
        join registerLine as line on line.withdrawalId = withdrawal.id and line.copyId is not null
        where withdrawal.takenBackOn is not null and withdrawal.id in ${idsIn(ids)}) as named
      join copy on copy.id = named.copyId)
    group by id`.execute(db)
  const rowById = new Map(rows.map((row) => [row.id, row]))
  const totalById = new Map(totals.map((total) => [total.id, total]))
  return ids.flatMap((id) => {
    const row = rowById.get(id)
    const { copies, amountMinor } = totalById.get(id) ?? { copies: 0, amountMinor: 0 }
    return row ? [{ ...row, copies, amountMinor }] : []
  })
}

async function withdrawalOf(db: Reader, id: number): Promise<WithdrawalRow> {
  const [withdrawal] = await readWithdrawals(db, [id])
  if (!withdrawal) throw new Error(`withdrawal ${id} is gone within its own command`)
  return withdrawal
}

type DecisionError = 'withdrawn_in_future' | 'before_decision' | 'duplicate_decision' | 'year_is_closed'

async function requireDecision(
  db: Writer,
  { decisionNumber, decidedOn, withdrawnOn }: Fields,
  { fail, today }: { fail: Fail<DecisionError>; today: string },
): Promise<void> {
  if (withdrawnOn > today) fail('withdrawn_in_future', { withdrawnOn: displayDate(withdrawnOn) })
  if (withdrawnOn < decidedOn)
    fail('before_decision', { withdrawnOn: displayDate(withdrawnOn), decidedOn: displayDate(decidedOn) })
  const year = Number(withdrawnOn.slice(0, 4))
  if (year <= (await lastClosedYear(db))) fail('year_is_closed', { year })
  const twin = await db
    .selectFrom('withdrawal')
    .select(['id', 'withdrawnOn'])
    .where('decisionNumber', '=', decisionNumber)
    .where('decidedOn', '=', decidedOn)
    .where('takenBackOn', 'is', null)
    .executeTakeFirst()
  if (twin)
    fail('duplicate_decision', {
      id: twin.id,
      decisionNumber,
      decidedOn: displayDate(decidedOn),
      withdrawnOn: displayDate(twin.withdrawnOn),
    })
}

async function stockOn(db: Reader, day: string): Promise<number> {
  const { rows } = await sql<{ copies: number }>`
    select count(*) as copies from copy where ${heldOn(day)}`.execute(db)
  return (rows[0]?.copies ?? 0) + (await openingLeftOn(db, day)).copies
}

/** A place is closed when it is empty, so nothing comes back into it unseen. */
async function requireOpenPlaces(db: Writer, id: number, fail: Fail<'place_closed'>): Promise<void> {
  const places = await db
    .selectFrom('copy')
    .innerJoin('site', 'site.id', 'copy.siteId')
    .leftJoin('store', 'store.id', 'copy.storeId')
    .select(['copy.siteId', 'copy.storeId', 'site.name as siteName', 'store.name as storeName'])
    .select((is) => is.fn.countAll<number>().as('copies'))
    .where('withdrawalId', '=', id)
    .groupBy(['copy.siteId', 'copy.storeId'])
    .execute()
  const problemOf = await openPlaces(db)
  const closed = places.find((place) => problemOf(place) !== null)
  if (!closed) return
  const { siteName, storeName, copies } = closed
  const name = problemOf(closed) === 'site_not_found' ? siteName : `${siteName}, ${storeName ?? ''}`
  fail('place_closed', { name, copies })
}

/** Titles all of whose copies are among these. */
async function lastCopiesOf(db: Reader, leaving: readonly Copy[]): Promise<number> {
  const { rows } = await sql<{ titles: number }>`
    select count(*) as titles from (
      select distinct titleId from copy where id in ${idsIn(leaving.map(({ id }) => id))}) as left
    where not exists (select 1 from copy where copy.titleId = left.titleId and withdrawnOn is null
      and cancelledOn is null and copy.id not in ${idsIn(leaving.map(({ id }) => id))})`.execute(db)
  return rows[0]?.titles ?? 0
}
