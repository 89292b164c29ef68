import { randomBytes } from 'node:crypto'
import { uuidV7 } from '../../shared/ids.ts'
import type { Reader, Writer } from '../connection.ts'

export async function currentEpoch(db: Reader) {
  return db.selectFrom('epoch').selectAll().orderBy('id', 'desc').limit(1).executeTakeFirstOrThrow()
}

export async function lastPackageHash(db: Reader): Promise<string | null> {
  const last = await db.selectFrom('summaryPackage').select('hash').orderBy('id', 'desc').executeTakeFirst()
  return last?.hash ?? null
}

export async function startEpoch({ db, now }: { db: Writer; now: string }): Promise<void> {
  await db
    .insertInto('epoch')
    .values({ uuid: uuidV7(Date.parse(now), randomBytes(16)), startedAt: now })
    .execute()
}

/** This PC has written a package that the database knows nothing of: the database is an earlier copy. */
export async function isPutBack(db: Reader, lastPackage: string | null): Promise<boolean> {
  if (lastPackage === null) return false
  const known = await db
    .selectFrom('summaryPackage')
    .select('id')
    .where('hash', '=', lastPackage)
    .executeTakeFirst()
  return known === undefined
}
