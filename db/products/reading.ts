import { sql } from 'kysely'
import type { Product } from '../../shared/products/contract.ts'
import type { Reader } from '../connection.ts'

/** Products, newest first. Of an issued one the titles are those it was printed with. */
export async function readProducts(
  db: Reader,
  { id, before, limit }: { id?: number; before?: number | null; limit: number },
): Promise<Product[]> {
  let query = db
    .selectFrom('product')
    .select(['id', 'rev', 'kind', 'name', 'foreword', 'groupBy', 'issuedOn', 'createdAt'])
    .select(['hasAuthorIndex', 'hasTitleIndex', 'hasSummaries'])
    .select(
      sql<number>`case when paper is null then (
        select count(*) from productTitle join title on title.id = titleId and removedOn is null
        where productId = product.id
      ) else json_array_length(paper, '$.entries') end`.as('titles'),
    )
    .orderBy('id', 'desc')
    .limit(limit)
  if (id !== undefined) query = query.where('id', '=', id)
  if (before) query = query.where('id', '<', before)
  const rows = await query.execute()
  return rows.map((row) => ({
    ...row,
    hasAuthorIndex: row.hasAuthorIndex === 1,
    hasTitleIndex: row.hasTitleIndex === 1,
    hasSummaries: row.hasSummaries === 1,
  }))
}

export async function readProduct(db: Reader, id: number): Promise<Product | null> {
  return (await readProducts(db, { id, limit: 1 }))[0] ?? null
}
