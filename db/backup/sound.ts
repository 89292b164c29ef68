import type { Connection } from '../connection.ts'
import { verifyChain } from '../journal/index.ts'

/** What a copy has to stand before anybody relies on it. */
export async function isSound({ raw, db }: Connection): Promise<boolean> {
  if (raw.pragma('integrity_check', { simple: true }) !== 'ok') return false
  if ((raw.pragma('foreign_key_check') as unknown[]).length > 0) return false
  const { isWhole } = await verifyChain(db, [], () => undefined)
  return isWhole
}
