import { sql } from 'kysely'
import type { QueriesOf } from '../context.ts'

/** A period that was restated is sent again, under the next number. */
const restatements = sql<number>`(select count(*) from restatement where restatement.periodId = period.id)`

export const queries: QueriesOf<'sync'> = {
  async status(_, { db }) {
    const packages = await db
      .selectFrom('summaryPackage')
      .innerJoin('period', 'period.id', 'summaryPackage.periodId')
      .select(['summaryPackage.id', 'periodId', 'period', 'revision', 'hash', 'writtenAt'])
      .orderBy('summaryPackage.id', 'desc')
      .execute()
    const { unsent } = await db
      .selectFrom('period')
      .select((is) => is.fn.countAll<number>().as('unsent'))
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
      .executeTakeFirstOrThrow()
    return { unsent, lastWrittenAt: packages[0]?.writtenAt ?? null, packages }
  },
}
