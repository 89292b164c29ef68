import { sql } from 'kysely'
import type { Selection } from '../../shared/catalogue/contract.ts'
import { selectedIds } from '../catalogue/index.ts'
import type { Writer } from '../connection.ts'
import type { Fail } from '../failure.ts'

/** More entries than this make a book nobody prints, and a file a library's PC opens with pain. */
const mostTitles = 5000

/** Puts titles in stock into a product; those it has already stay as they are. */
export async function putTitles(
  db: Writer,
  { productId, selection }: { productId: number; selection: Selection },
  fail: Fail<'too_many_titles'>,
): Promise<void> {
  // One more than fits is enough to know that they are too many.
  const ids = await selectedIds(db, selection, { limit: mostTitles + 1 })
  await sql`
    insert into productTitle (productId, titleId)
    select ${productId}, title.id from title
    where title.id in (select value from json_each(${JSON.stringify(ids)})) and removedOn is null
      and not exists (select 1 from productTitle where productId = ${productId} and titleId = title.id)
    order by title.id`.execute(db)
  const { count } = await db
    .selectFrom('productTitle')
    .select((is) => is.fn.countAll<number>().as('count'))
    .where('productId', '=', productId)
    .executeTakeFirstOrThrow()
  if (count > mostTitles || ids.length > mostTitles) fail('too_many_titles', { most: mostTitles })
}
