import type { Kysely } from 'kysely'

/** Packages that only their receiver can open. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('sendingSetting').addColumn('encryptedSince', 'text').execute()
  // For whom the kept bytes are encrypted; nobody where they are plain.
  await db.schema
    .alterTable('summaryPackage')
    .addColumn('recipient', 'text', (is) => is.notNull().defaultTo(''))
    .execute()
}
