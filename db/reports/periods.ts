import type { Period } from '../../shared/reports/contract.ts'
import { sql, type Updateable } from 'kysely'
import type { Reader, Writer } from '../connection.ts'
import type { Fail } from '../failure.ts'
import type { Schema } from '../schema.generated.ts'

export function selectPeriods(db: Reader) {
  return db
    .selectFrom('period')
    .leftJoin('user as preparer', 'preparer.id', 'period.preparedById')
    .leftJoin('user as checker', 'checker.id', 'period.checkedById')
    .leftJoin('user as signer', 'signer.id', 'period.signedById')
    .select(['period.id', 'period.rev', 'period.period', 'kind', 'state', 'remark', 'leftOut'])
    .select(['fromOn as from', 'toOn as to', 'handedOverAt', 'checkedAt', 'signedAt'])
    .select(
      sql<number>`(select count(*) from restatement where restatement.periodId = period.id)`.as('restated'),
    )
    .select(['preparer.name as preparedBy', 'checker.name as checkedBy', 'signer.name as signedBy'])
}

type PeriodRow = Awaited<ReturnType<ReturnType<typeof selectPeriods>['executeTakeFirstOrThrow']>>

export function shownPeriod(row: PeriodRow): Period {
  return { ...row, leftOut: JSON.parse(row.leftOut) as Period['leftOut'] }
}

export async function readPeriod(db: Reader, id: number): Promise<Period | null> {
  const row = await selectPeriods(db).where('period.id', '=', id).executeTakeFirst()
  return row ? shownPeriod(row) : null
}

export async function requirePeriod(
  db: Writer,
  { id, rev }: { id: number; rev: number },
  fail: Fail<'period_not_found'>,
): Promise<Period> {
  const period = await readPeriod(db, id)
  if (!period) return fail('period_not_found', { id })
  if (period.rev !== rev) fail('stale', { id, rev: period.rev })
  return period
}

export async function change(
  db: Writer,
  { id, rev }: Period,
  values: Updateable<Schema['period']>,
): Promise<Period> {
  await db
    .updateTable('period')
    .set({ ...values, rev: rev + 1 })
    .where('id', '=', id)
    .execute()
  return asSaved(db, id)
}

export async function asSaved(db: Writer, id: number): Promise<Period> {
  const period = await readPeriod(db, id)
  if (!period) throw new Error(`period ${id} is gone within its own command`)
  return period
}

/** Earlier periods of its kind that were begun and that nobody has signed yet. */
export async function unsignedBefore(db: Reader, { kind, from, state }: Period) {
  if (state === 'signed') return []
  return db
    .selectFrom('period')
    .select(['id', 'period'])
    .where('kind', '=', kind)
    .where('state', '!=', 'signed')
    .where('toOn', '<', from)
    .orderBy('fromOn')
    .execute()
}
