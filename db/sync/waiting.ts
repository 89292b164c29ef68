import { sql } from 'kysely'
import type { Reader } from '../connection.ts'

/** A period that was restated is sent again, under the next number. */
const restatements = sql<number>`(select count(*) from restatement where restatement.periodId = period.id)`

/** Signed periods whose last state nobody has packed yet. */
export function periodsUnpacked(db: Reader) {
  return db
    .selectFrom('period')
    .where('state', '=', 'signed')
    .where('kind', '!=', 'range')
    .where((is) =>
      is.not(
        is.exists(
          is
            .selectFrom('summaryPackage')
            .select('summaryPackage.id')
            .whereRef('summaryPackage.periodId', '=', 'period.id')
            .where('revision', '>', restatements),
        ),
      ),
    )
}

/** Packages of which nothing says that they came, the oldest first. */
export function packagesUnreceived(db: Reader) {
  return db
    .selectFrom('summaryPackage')
    .where((is) =>
      is.not(
        is.exists(
          is
            .selectFrom('packageReceipt')
            .select('packageReceipt.id')
            .whereRef('packageReceipt.packageId', '=', 'summaryPackage.id'),
        ),
      ),
    )
    .orderBy('summaryPackage.id')
}
