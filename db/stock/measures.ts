import { weighing, type Measure } from '../measures.ts'
import { openingOn } from './opening.ts'

/** What opening balances still stand for at the end of the period: a row weighs what is left of it. */
function balanceMeasure(left: 'remaining' | 'remainingTitles'): Measure {
  return {
    tableName: 'openingBalance',
    async find(db, { to }, once) {
      const opening = await once(`openingOn ${to}`, () => openingOn(db, to))
      const rows = opening.filter((row) => row[left] > 0)
      return weighing(rows.map((row) => ({ id: row.id, weight: row[left] })))
    },
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
