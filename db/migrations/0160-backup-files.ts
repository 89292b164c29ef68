import type { Kysely } from 'kysely'

/** What a backup took along beside the database, as a JSON list of paths, sizes and SHA-256. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('backup')
    .addColumn('files', 'text', (column) => column.notNull().defaultTo('[]'))
    .execute()
}
