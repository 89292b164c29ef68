import { quarterBounds } from '../../shared/dates.ts'
import type { Period } from '../../shared/reports/contract.ts'
import type { Reader } from '../connection.ts'

export function selectPeriods(db: Reader) {
  return db
    .selectFrom('period')
    .leftJoin('user as preparer', 'preparer.id', 'period.preparedById')
    .leftJoin('user as checker', 'checker.id', 'period.checkedById')
    .leftJoin('user as signer', 'signer.id', 'period.signedById')
    .select(['period.id', 'period.rev', 'year', 'quarter', 'state', 'note', 'remark'])
    .select(['checkedAt', 'signedAt'])
    .select(['preparer.name as preparedBy', 'checker.name as checkedBy', 'signer.name as signedBy'])
}

type PeriodRow = Awaited<ReturnType<ReturnType<typeof selectPeriods>['executeTakeFirstOrThrow']>>

export function shownPeriod(row: PeriodRow): Period {
  return { ...row, ...quarterBounds(row) }
}

export async function readPeriod(db: Reader, id: number): Promise<Period | null> {
  const row = await selectPeriods(db).where('period.id', '=', id).executeTakeFirst()
  return row ? shownPeriod(row) : null
}
