import { sql, type RawBuilder } from 'kysely'
import { TitleRow, type TitleFields } from '../../shared/catalogue/contract.ts'
import { searchForms, splitIsbns } from '../../shared/catalogue/rules.ts'
import type { Reader } from '../connection.ts'
import type { QueriesOf } from '../context.ts'
import { offsetCursor, readCursor } from '../cursor.ts'

type Group = { key: string; ids: string }

export const duplicateQueries: Pick<QueriesOf<'catalogue'>, 'duplicates' | 'twinOf'> = {
  async duplicates({ by, cursor, limit }, { db, fail }) {
    const from = readCursor(cursor, offsetCursor, fail) ?? 0
    const groups = await (by === 'isbn' ? sameIsbn : sameTitle)(db, { from, limit: limit + 1 })
    const rows = await Promise.all(
      groups.slice(0, limit).map(async ({ key, ids }) => ({ key, titles: await rowsOf(db, ids) })),
    )
    return { rows, next: groups.length > limit ? String(from + limit) : null }
  },

  async twinOf(fields, { db }) {
    const isbn = splitIsbns(fields.isbn).valid[0]
    const byIsbn = isbn === undefined ? null : await firstOf(db, twinByIsbn(isbn))
    if (byIsbn) return { ...byIsbn, by: 'isbn' }
    const byTitle = await firstOf(db, twinByTitle(fields))
    return byTitle && { ...byTitle, by: 'title' }
  },
}

type Twin = { id: number; title: string; copies: number }

const twin = sql<Twin>`title.id, title.title,
  (select count(*) from copy where titleId = title.id and withdrawnOn is null and cancelledOn is null) as copies`

async function firstOf(db: Reader, query: RawBuilder<Twin>): Promise<Twin | null> {
  const { rows } = await query.execute(db)
  return rows[0] ?? null
}

function twinByIsbn(isbn: string): RawBuilder<Twin> {
  return sql`select ${twin} from titleIsbn as number
    join title on title.id = number.titleId and title.removedOn is null
    where number.isbn = ${isbn} limit 1`
}

type TitleKey = Pick<TitleFields, 'title' | 'part' | 'publisher' | 'publishedYear' | 'material'>

/** The same key as in `sameTitle`. Articles of one name are many: what parts them is what they stand in. */
export function twinByTitle({ title, part, publisher, publishedYear, material }: TitleKey): RawBuilder<Twin> {
  return sql`select ${twin} from title indexed by titleByFoldedTitle
    where foldedTitle = ${searchForms(title).foldedTitle} and foldedTitle != '' and removedOn is null
      and part = ${part} and publisher = ${publisher} and publishedYear is ${publishedYear}
      and material = ${material} and material != 'article'
    limit 1`
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
