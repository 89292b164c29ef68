import { sql } from 'kysely'
import { newReceiverKeys } from './crypto.ts'
import type { Db, Store } from './store/connection.ts'

/** What every route works with; nothing else is kept between two requests. */
export type Receiver = {
  store: Store
  now: () => Date
}

export type ReceiverKey = {
  name: string
  publicKey: string
  privateKey: string
  fingerprint: string
  ageIdentity: string
  ageRecipient: string
}

export function instantOf({ now }: Receiver): string {
  return now().toISOString()
}

/** The newest key signs; an older one stays known, so that what was encrypted to it can still be read. */
export async function currentKey(db: Db): Promise<ReceiverKey> {
  return db.selectFrom('receiverKey').selectAll().orderBy('id', 'desc').limit(1).executeTakeFirstOrThrow()
}

export async function ageIdentities(db: Db): Promise<string[]> {
  const keys = await db.selectFrom('receiverKey').select('ageIdentity').orderBy('id', 'desc').execute()
  return keys.map(({ ageIdentity }) => ageIdentity)
}

/** At the first start; whoever comes second takes the key of the first. */
export async function ensureKey({ store: { db, dialect }, now }: Receiver, name: string): Promise<void> {
  const made = await newReceiverKeys()
  await db.transaction().execute(async (trx) => {
    if (dialect === 'postgres') await sql`lock table "receiverKey" in exclusive mode`.execute(trx)
    const known = await trx.selectFrom('receiverKey').select('id').limit(1).executeTakeFirst()
    if (known) return
    await trx
      .insertInto('receiverKey')
      .values({ ...made, name, madeAt: now().toISOString() })
      .execute()
  })
}
