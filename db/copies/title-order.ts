import { sql, type RawBuilder } from 'kysely'
import type { Reader } from '../connection.ts'

/** Copies in the order of their titles, and those of one title by key. */
export type InTitleOrder = {
  /** Titles, in order: `select … from title where …` without its columns. */
  titles: RawBuilder<unknown>
  titleOrder: RawBuilder<unknown>
  /** A `where` on copies alone. */
  copies: RawBuilder<unknown>
}
type Page = { limit: number; offset: number }

/**
 * A page far down. Walking there asks the copies of each title before it, here and there in their index; two straight
 * passes, the copies of all titles counted and the titles in their order, are many times quicker.
 */
export async function idsFarDown(
  db: Reader,
  order: InTitleOrder,
  { offset, limit }: Page,
): Promise<{ id: number }[]> {
  const copiesOf = await copiesByTitle(db, order.copies)
  const titles: number[] = []
  let before = 0
  let inPage = 0
  for (const id of numbersIn(await titlesInOrder(db, order))) {
    const copies = copiesOf[id] ?? 0
    if (copies === 0) continue
    if (titles.length === 0 && before + copies <= offset) {
      before += copies
      continue
    }
    titles.push(id)
    inPage += copies
    if (before + inPage >= offset + limit) break
  }
  const { rows } = await sql<{ id: number }>`
    select copy.id from json_each(${JSON.stringify(titles)}) as page
    cross join copy on copy.titleId = page.value ${order.copies}
    order by page.key, copy.id limit ${limit} offset ${offset - before}`.execute(db)
  return rows
}

/** How many copies each title has, by its id. */
async function copiesByTitle(db: Reader, copies: RawBuilder<unknown>): Promise<Uint32Array> {
  const { rows } = await sql<{ ids: string | null; counts: string | null; last: number | null }>`
    select group_concat(titleId) as ids, group_concat(held) as counts, max(titleId) as last
    from (select titleId, count(*) as held from copy ${copies} group by titleId)`.execute(db)
  const { ids, counts, last } = rows[0] ?? { ids: null, counts: null, last: null }
  const copiesOf = new Uint32Array((last ?? 0) + 1)
  const counted = numbersIn(counts ?? '')
  for (const id of numbersIn(ids ?? '')) copiesOf[id] = counted.next().value ?? 0
  return copiesOf
}

/** One text instead of a million rows, which would be a million objects. */
async function titlesInOrder(db: Reader, { titles, titleOrder }: InTitleOrder): Promise<string> {
  const { rows } = await sql<{ ids: string | null }>`
    select group_concat(id) as ids from (select title.id ${titles} order by ${titleOrder})`.execute(db)
  return rows[0]?.ids ?? ''
}

const comma = 44
const zero = 48

function* numbersIn(text: string): Generator<number, undefined> {
  let value = 0
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at)
    if (sign !== comma) value = value * 10 + sign - zero
    else {
      yield value
      value = 0
    }
  }
  if (text !== '') yield value
}
