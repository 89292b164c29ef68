import type { Kysely } from 'kysely'

/** What a signed figure was compared with, as JSON: a quarter nobody signed is counted anew each time it is looked at. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('figure').addColumn('compared', 'text').execute()
}
