import { sql, type Kysely } from 'kysely'

/** What the library owns is tied to the line of a gift that it came by. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table equipment add column giftItemId integer references giftItem (id)`.execute(db)
  await db.schema.createIndex('equipmentByGiftItem').on('equipment').column('giftItemId').execute()
}
