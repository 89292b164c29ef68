import type { QueriesOf } from '../context.ts'
import { idCursor, readCursor } from '../cursor.ts'
import { journalHead } from '../journal/index.ts'
import { contentsOf } from './entries.ts'
import { readProduct, readProducts } from './reading.ts'

export const queries: QueriesOf<'products'> = {
  async list({ cursor, limit }, { db, fail }) {
    const before = readCursor(cursor, idCursor, fail)
    const rows = await readProducts(db, { before, limit: limit + 1 })
    const shown = rows.slice(0, limit)
    const end = shown.at(-1)
    return { rows: shown, next: rows.length > limit && end ? JSON.stringify(end.id) : null }
  },

  async product({ id }, { db, fail }) {
    return (await readProduct(db, id)) ?? fail('product_not_found', { id })
  },

  async entries({ productId: id, offset, limit }, { db, fail, remembered }) {
    const product = (await readProduct(db, id)) ?? fail('product_not_found', { id })
    const { position } = await journalHead(db)
    // A number depends on every entry before it, so a page costs as much as the whole.
    const { entries } = await remembered(`products.entries ${id} ${position}`, () => contentsOf(db, product))
    return {
      rows: entries.slice(offset, offset + limit).map(({ title: _, names: __, ...row }) => row),
      total: { count: entries.length, isExact: true },
    }
  },
}
