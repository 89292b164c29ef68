import type { Reader } from '../connection.ts'
import type { Measure, Span } from '../measures.ts'
import { openingOn } from './opening.ts'

/** What opening balances still stand for at the end of the period: a row weighs what is left of it. */
function balanceMeasure(left: 'remaining' | 'remainingTitles'): Measure {
  async function rowsLeft(db: Reader, { to }: Span) {
    const opening = await openingOn(db, to)
    return opening.filter((row) => row[left] > 0)
  }
  return {
    tableName: 'openingBalance',
    rows: async (db, span) => (await rowsLeft(db, span)).map(({ id }) => id),
    weigh: async (db, span) => (await rowsLeft(db, span)).reduce((sum, row) => sum + row[left], 0),
    label: (db, ids) =>
      db
        .selectFrom('openingBalance')
        .innerJoin('site', 'site.id', 'siteId')
        .select(['openingBalance.id', 'site.name as label', 'evidence as detail'])
        .where('openingBalance.id', 'in', ids)
        .execute(),
  }
}

export const measures = {
  'stock.openingCopies': balanceMeasure('remaining'),
  'stock.openingTitles': balanceMeasure('remainingTitles'),
} satisfies Record<string, Measure>
