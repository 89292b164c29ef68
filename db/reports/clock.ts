import type { Reader } from '../connection.ts'
import { lastEntryAt } from '../journal/index.ts'

/** Clocks that are put right by a time server step back by seconds. */
const harmlessMs = 5 * 60_000

/** When something was last recorded, where the clock now says an earlier time; null where it goes on. */
export async function clockSetBack(db: Reader, now: string): Promise<string | null> {
  const last = await lastEntryAt(db)
  return last !== null && Date.parse(now) < Date.parse(last) - harmlessMs ? last : null
}
