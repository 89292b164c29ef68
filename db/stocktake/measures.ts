import { extraClasses } from '../../shared/stocktake/rules.ts'
import type { ItemClass } from '../../shared/stocktake/contract.ts'
import type { Reader } from '../connection.ts'
import { ascending, type Measure, type Span } from '../measures.ts'

/** A quarter without a stocktake says nothing of what is missing. */
async function isHeld(db: Reader, { from, to }: Span): Promise<boolean> {
  const held = await db
    .selectFrom('stocktake')
    .select('id')
    .where('state', 'in', ['closed', 'signed'])
    .where('closedOn', '>=', from)
    .where('closedOn', '<=', to)
    .executeTakeFirst()
  return held !== undefined
}

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
      if (rows.length > 0) return ascending(rows)
      return (await isHeld(db, { from, to })) ? { ids: [] } : { ids: [], isCollected: false }
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
