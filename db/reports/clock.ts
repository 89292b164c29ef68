import type { Reader } from '../connection.ts'

/** Clocks that are put right by a time server step back by seconds. */
const harmlessMs = 5 * 60_000

/** When something was last recorded, where the clock now says an earlier time; null where it goes on. */
export async function clockSetBack(db: Reader, now: string): Promise<string | null> {
  const last = await db
    .selectFrom('journalCommand')
    .select('at')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last && Date.parse(now) < Date.parse(last.at) - harmlessMs ? last.at : null
}
