import type { QueriesOf } from '../context.ts'

export const queries: QueriesOf<'sync'> = {
  async status(_, { db }) {
    const packages = await db
      .selectFrom('summaryPackage')
      .innerJoin('period', 'period.id', 'summaryPackage.periodId')
      .select(['summaryPackage.id', 'periodId', 'year', 'quarter', 'revision', 'hash', 'writtenAt'])
      .orderBy('summaryPackage.id', 'desc')
      .execute()
    const { unsent } = await db
      .selectFrom('period')
      .leftJoin('summaryPackage', 'summaryPackage.periodId', 'period.id')
      .select((is) => is.fn.countAll<number>().as('unsent'))
      .where('state', '=', 'signed')
      .where('summaryPackage.id', 'is', null)
      .executeTakeFirstOrThrow()
    return { unsent, lastWrittenAt: packages[0]?.writtenAt ?? null, packages }
  },
}
