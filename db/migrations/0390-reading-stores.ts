import type { Kysely } from 'kysely'

/** Stores whose copies are read in the library only. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('store')
    .addColumn('isReadingOnly', 'integer', (column) => column.notNull().defaultTo(0))
    .execute()
}
