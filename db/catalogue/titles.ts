import { sql } from 'kysely'
import { Title, type TitleFields } from '../../shared/catalogue/contract.ts'
import { searchForms } from '../../shared/catalogue/rules.ts'
import type { Reader, Writer } from '../connection.ts'
import { sha256 } from '../hash.ts'

export const titleColumns = Title.keyof().options

export type NewTitle = TitleFields & { addedOn: string }

/** Many titles in one statement; the digest of what was written goes into the journal's one link. */
export async function insertTitles(db: Writer, titles: readonly NewTitle[], now: string) {
  const rows = JSON.stringify(
    titles.map((title) => ({ ...title, ...searchForms(title.title), createdAt: now, updatedAt: now })),
  )
  const columns = Object.keys({ ...titles[0], ...searchForms(''), createdAt: now, updatedAt: now })
  await sql`insert into title (${sql.join(columns.map((column) => sql.ref(column)))})
    select ${sql.join(columns.map((column) => sql`value ->> ${sql.lit(column)}`))} from json_each(${rows})`.execute(
    db,
  )
  const { lastId } = await db
    .selectFrom('title')
    .select((is) => is.fn.max('id').as('lastId'))
    .executeTakeFirstOrThrow()
  // One statement's keys follow one another.
  const firstId = lastId - titles.length + 1
  return {
    bulk: { titles: titles.length, firstId, lastId, digest: sha256(rows) },
  }
}

/** Titles in stock on a day: added by then and not removed until after it. */
export async function titleIdsOn(db: Reader, day: string): Promise<number[]> {
  const rows = await db
    .selectFrom('title')
    .select('id')
    .where('addedOn', '<=', day)
    .where((is) => is.or([is('removedOn', 'is', null), is('removedOn', '>', day)]))
    .execute()
  // Sorted here: SQLite, asked to sort, would read the whole table by key instead of the one narrow index.
  return rows.map((row) => row.id).toSorted((a, b) => a - b)
}
