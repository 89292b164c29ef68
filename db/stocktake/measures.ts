import { extraClasses } from '../../shared/stocktake/rules.ts'
import type { ItemClass } from '../../shared/stocktake/contract.ts'
import { ascending, type Measure } from '../measures.ts'

/** What stocktakes that were closed within the days came to, one row for each copy or code. */
function cameTo(classes: readonly ItemClass[]): Measure {
  return {
    tableName: 'stocktakeItem',
    async find(db, { from, to }) {
      const rows = await db
        .selectFrom('stocktake')
        .innerJoin('stocktakeItem', 'stocktakeItem.stocktakeId', 'stocktake.id')
        .select('stocktakeItem.id')
        .where('stocktake.state', 'in', ['closed', 'signed'])
        .where('stocktake.closedOn', '>=', from)
        .where('stocktake.closedOn', '<=', to)
        .where('stocktakeItem.class', 'in', [...classes])
        .execute()
      return ascending(rows)
    },
    async label(db, ids) {
      const rows = await db
        .selectFrom('stocktakeItem')
        .innerJoin('stocktake', 'stocktake.id', 'stocktakeItem.stocktakeId')
        .leftJoin('copy', 'copy.id', 'stocktakeItem.copyId')
        .leftJoin('title', 'title.id', 'copy.titleId')
        .select([
          'stocktakeItem.id',
          'stocktakeItem.code',
          'stocktake.name',
          'copy.accessionNumber',
          'title.title',
        ])
        .where('stocktakeItem.id', 'in', ids)
        .execute()
      return rows.map(({ id, code, name, accessionNumber, title }) => ({
        id,
        label: title ?? code,
        detail: accessionNumber === null ? name : `${accessionNumber}, ${name}`,
      }))
    },
  }
}

export const measures = {
  'stocktake.extra': cameTo(extraClasses),
  'stocktake.missing': cameTo(['missing']),
  'stocktake.misplaced': cameTo(['misplaced']),
} satisfies Record<string, Measure>
