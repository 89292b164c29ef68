import type { Anchor } from '../../shared/journal/contract.ts'
import type { Reader } from '../connection.ts'

/** The chain's hash as it stood when something left the PC or was signed; the copies out there keep it honest. */
export async function anchorsKept(db: Reader): Promise<Anchor[]> {
  const signed = await db
    .selectFrom('period')
    .select(['position', 'journalHash as hash'])
    .where('state', '=', 'signed')
    .execute()
  const written = await db.selectFrom('summaryPackage').select(['position', 'journalHash as hash']).execute()
  return [...signed, ...written].flatMap(({ position, hash }) =>
    position && hash ? [{ position, hash }] : [],
  )
}

/** The last closed entry: what has been recorded up to now. */
export async function journalHead(db: Reader): Promise<Anchor> {
  const head = await db
    .selectFrom('journalChain')
    .select(['id', 'hash'])
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return { position: head?.id ?? 0, hash: head?.hash ?? '' }
}
