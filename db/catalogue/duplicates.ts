import { sql } from 'kysely'
import { TitleRow } from '../../shared/catalogue/contract.ts'
import type { Reader } from '../connection.ts'
import type { QueriesOf } from '../context.ts'
import { offsetCursor, readCursor } from '../cursor.ts'

type Group = { key: string; ids: string }

export const duplicateQueries: Pick<QueriesOf<'catalogue'>, 'duplicates'> = {
  async duplicates({ by, cursor, limit }, { db, fail }) {
    const from = readCursor(cursor, offsetCursor, fail) ?? 0
    const groups = await (by === 'isbn' ? sameIsbn : sameTitle)(db, { from, limit: limit + 1 })
    const rows = await Promise.all(
      groups.slice(0, limit).map(async ({ key, ids }) => ({ key, titles: await rowsOf(db, ids) })),
    )
    return { rows, next: groups.length > limit ? String(from + limit) : null }
  },
}

type Slice = { from: number; limit: number }

/** Read along the table of numbers, which knows each number of a title that has several. */
async function sameIsbn(db: Reader, { from, limit }: Slice): Promise<Group[]> {
  const { rows } = await sql<Group>`
    select twin.isbn as key, json_group_array(title.id) as ids
    from (select isbn from titleIsbn where isbn != '' group by isbn having count(*) > 1) as twin
    join titleIsbn as number on number.isbn = twin.isbn
    join title on title.id = number.titleId and title.removedOn is null
    group by twin.isbn having count(*) > 1
    order by twin.isbn limit ${limit} offset ${from}`.execute(db)
  return rows
}

/** Read along the index of folded titles, which brings those of one title together. */
async function sameTitle(db: Reader, { from, limit }: Slice): Promise<Group[]> {
  const { rows } = await sql<Group>`
    select min(title.title) as key, json_group_array(title.id) as ids
    from (select foldedTitle from title indexed by titleByFoldedTitle where removedOn is null and foldedTitle != ''
      group by foldedTitle having count(*) > 1) as twin
    join title indexed by titleByFoldedTitle on title.foldedTitle = twin.foldedTitle and title.removedOn is null
    group by twin.foldedTitle, title.part, title.publishedYear, title.publisher, title.material having count(*) > 1
    order by twin.foldedTitle limit ${limit} offset ${from}`.execute(db)
  return rows
}

async function rowsOf(db: Reader, ids: string): Promise<TitleRow[]> {
  return db
    .selectFrom('title')
    .select(TitleRow.omit({ copies: true }).keyof().options)
    .select(
      sql<number>`(select count(*) from copy where titleId = title.id and withdrawnOn is null and cancelledOn is null)`.as(
        'copies',
      ),
    )
    .where('id', 'in', sql<number>`(select value from json_each(${ids}))`)
    .orderBy('id')
    .execute()
}
