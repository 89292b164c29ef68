import { sql } from 'kysely'
import type { Withdrawal } from '../../shared/copies/contract.ts'
import type * as z from 'zod'
import type { Reader } from '../connection.ts'
import { idsIn } from './copies.ts'

export type WithdrawalRow = z.output<typeof Withdrawal>

export async function readWithdrawals(db: Reader, ids: readonly number[]): Promise<WithdrawalRow[]> {
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

export async function withdrawalOf(db: Reader, id: number): Promise<WithdrawalRow> {
  const [withdrawal] = await readWithdrawals(db, [id])
  if (!withdrawal) throw new Error(`withdrawal ${id} is gone within its own command`)
  return withdrawal
}
