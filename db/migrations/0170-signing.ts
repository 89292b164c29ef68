import type { Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  // As JSON: a quarter nobody signed is counted anew each time it is looked at, and a signed paper may not move.
  await db.schema.alterTable('figure').addColumn('compared', 'text').execute()
  // What the signing itself has to say of a period, in the library's words.
  await db.schema
    .alterTable('period')
    .addColumn('remark', 'text', (column) => column.notNull().defaultTo(''))
    .execute()
}
