import type { Rate } from '../../shared/association/contract.ts'
import type { Reader } from '../connection.ts'
import type { CommandsOf, QueriesOf } from '../context.ts'

export const rateQueries: Pick<QueriesOf<'association'>, 'rates'> = {
  rates: (_, { db }) => readRates(db),
}

export function readRates(db: Reader): Promise<Rate[]> {
  return db
    .selectFrom('duesRate')
    .select(['id', 'fromYear', 'sector', 'basis', 'amountMinor', 'document'])
    .orderBy('fromYear', 'desc')
    .orderBy('sector')
    .execute()
}

export const rateCommands: Pick<CommandsOf<'association'>, 'setRate' | 'removeRate'> = {
  async setRate(rate, { db }) {
    const { basis, amountMinor, document } = rate
    return db
      .insertInto('duesRate')
      .values(rate)
      .onConflict((on) => on.columns(['fromYear', 'sector']).doUpdateSet({ basis, amountMinor, document }))
      .returning(['id', 'fromYear', 'sector', 'basis', 'amountMinor', 'document'])
      .executeTakeFirstOrThrow()
  },

  async removeRate({ id }, { db, fail }) {
    const gone = await db.deleteFrom('duesRate').where('id', '=', id).returning('id').executeTakeFirst()
    return gone ?? fail('rate_not_found', { id })
  },
}
