import { sql, type Kysely } from 'kysely'
import { strictTable } from './helpers.ts'

export async function up(db: Kysely<unknown>): Promise<void> {
  await strictTable(db, 'title')
    .addColumn('rev', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('subtitle', 'text', (column) => column.notNull())
    .addColumn('responsibility', 'text', (column) => column.notNull())
    .addColumn('publisher', 'text', (column) => column.notNull())
    .addColumn('publishedYear', 'integer')
    .addColumn('isbn', 'text', (column) => column.notNull())
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('ddc', 'text', (column) => column.notNull())
    .addColumn('note', 'text', (column) => column.notNull())
    .addColumn('addedOn', 'text', (column) => column.notNull())
    .addColumn('removedOn', 'text')
    .addColumn('createdAt', 'text', (column) => column.notNull())
    .addColumn('updatedAt', 'text', (column) => column.notNull())
    .addColumn('sortKey', 'text', (column) => column.notNull())
    .addColumn('foldedTitle', 'text', (column) => column.notNull())
    .execute()
  // Partial indexes by hand: Kysely's builder only lets an index ask for its own columns.
  await sql`create index titleBySortKey on title (sortKey, id) where removedOn is null`.execute(db)
  await sql`create index titleByFoldedTitle on title (foldedTitle) where removedOn is null`.execute(db)
  await sql`create index titleByIsbn on title (isbn) where isbn != ''`.execute(db)
  await sql`create index titleByAddedOn on title (addedOn, removedOn)`.execute(db)
}
