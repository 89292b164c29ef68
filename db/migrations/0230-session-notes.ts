import type { Kysely } from 'kysely'

/** Why a session was dropped, or what else is to be known of it alone. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('activitySession')
    .addColumn('note', 'text', (column) => column.notNull().defaultTo(''))
    .execute()
}
