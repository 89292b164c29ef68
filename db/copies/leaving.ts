import { sql } from 'kysely'
import type { Copy, WithdrawalFields } from '../../shared/copies/contract.ts'
import { withdrawalLimit } from '../../shared/copies/rules.ts'
import { displayDate } from '../../shared/dates.ts'
import type * as z from 'zod'
import type { Reader, Writer } from '../connection.ts'
import type { Fail } from '../failure.ts'
import { lastClosedYear } from '../registers/index.ts'
import { heldOn, openingLeftOn } from '../stock/index.ts'
import { idsIn } from './copies.ts'
import { hindranceOf, requireFree } from './here.ts'
import { correctCopyLines, decisionText, writeWithdrawalLine } from './register-lines.ts'
import { readCopies } from './rows.ts'
import { withdrawalOf, type WithdrawalRow } from './withdrawal-rows.ts'

type Fields = z.output<typeof WithdrawalFields>

/** What would leave the stock on a day, in numbers, and which copies cannot. */
export async function withdrawalPreview(
  db: Reader,
  { copyIds, withdrawnOn }: { copyIds: readonly number[]; withdrawnOn: string },
) {
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
}

type Decision = Omit<Fields, 'ground'>
type Withdrawing = {
  decision: Decision
  /** Copies that leave for the same reason; each reason is a line of the register. */
  parts: readonly { ground: Fields['ground']; copyIds: readonly number[] }[]
  isAboveLimitMeant: boolean
}
type WithdrawError =
  | DecisionError
  | 'copy_not_found'
  | 'copy_gone'
  | 'copy_away'
  | 'before_accession'
  | 'above_limit'

/** The one way out of the stock: a decision, all its copies at once or none. */
export async function withdrawByDecision(
  { decision, parts, isAboveLimitMeant }: Withdrawing,
  { db, fail, today }: { db: Writer; fail: Fail<WithdrawError>; today: string },
): Promise<WithdrawalRow[]> {
  await requireDecision(db, decision, { fail, today })
  const { withdrawnOn } = decision
  const copyIds = parts.flatMap((part) => part.copyIds)
  const copies = await requireFree(db, { copyIds, withdrawnOn }, fail)
  const stock = await stockOn(db, withdrawnOn)
  if (!isAboveLimitMeant && copies.length > stock * withdrawalLimit)
    fail('above_limit', { copies: copies.length, stock, most: Math.floor(stock * withdrawalLimit) })
  const withdrawals: WithdrawalRow[] = []
  for (const { ground, copyIds: ids } of parts) {
    const fields = { ...decision, ground }
    const { id } = await db.insertInto('withdrawal').values(fields).returning('id').executeTakeFirstOrThrow()
    await db
      .updateTable('copy')
      .set((is) => ({ withdrawnOn, withdrawalId: id, rev: is('rev', '+', 1) }))
      .where('id', 'in', idsIn(ids))
      .execute()
    const withdrawal = await withdrawalOf(db, id)
    await writeWithdrawalLine(db, withdrawal, { year: Number(withdrawnOn.slice(0, 4)), fail, today })
    const patch = () => ({ withdrawal: `${displayDate(withdrawnOn)}; ${decisionText(withdrawal)}` })
    const cause = { withdrawalId: id }
    await correctCopyLines(db, { ids: [...new Set(ids)], patch, reason: 'withdrawn', cause }, today)
    withdrawals.push(withdrawal)
  }
  return withdrawals
}

type DecisionError = 'withdrawn_in_future' | 'before_decision' | 'duplicate_decision' | 'year_is_closed'

async function requireDecision(
  db: Writer,
  { decisionNumber, decidedOn, withdrawnOn }: Decision,
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

export async function stockOn(db: Reader, day: string): Promise<number> {
  const { rows } = await sql<{ copies: number }>`
    select count(*) as copies from copy where ${heldOn(day)}`.execute(db)
  return (rows[0]?.copies ?? 0) + (await openingLeftOn(db, day)).copies
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
