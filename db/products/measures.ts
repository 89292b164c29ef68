import { displayDate } from '../../shared/dates.ts'
import { productKinds, type ProductKind } from '../../shared/products/contract.ts'
import type { ProductMeasure } from '../../shared/products/rules.ts'
import { ascending, type Measure } from '../measures.ts'

/** Products of a kind that were issued in the period; no figure where none was ever issued here. */
function issued(kind: ProductKind): Measure {
  return {
    tableName: 'product',
    async label(db, ids) {
      const rows = await db
        .selectFrom('product')
        .select(['id', 'name as label', 'issuedOn'])
        .where('id', 'in', ids)
        .execute()
      return rows.map(({ issuedOn, ...row }) => ({
        ...row,
        detail: issuedOn === null ? '' : displayDate(issuedOn),
      }))
    },
    async find(db, { from, to }) {
      const any = await db
        .selectFrom('product')
        .select('id')
        .where('issuedOn', 'is not', null)
        .limit(1)
        .executeTakeFirst()
      if (!any) return { ids: [], isCollected: false }
      const rows = await db
        .selectFrom('product')
        .select('id')
        .where('kind', '=', kind)
        .where('issuedOn', '>=', from)
        .where('issuedOn', '<=', to)
        .execute()
      return ascending(rows)
    },
  }
}

export const measures = Object.fromEntries(
  productKinds.map((kind) => [`products.${kind}`, issued(kind)]),
) as Record<ProductMeasure, Measure>
