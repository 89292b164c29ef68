import type { Reader } from '../connection.ts'

/** When something was last written down, some operations left aside; null where nothing was. */
export async function lastEntryAt(db: Reader, except: readonly string[] = []): Promise<string | null> {
  const last = await db
    .selectFrom('journalCommand')
    .select('at')
    .where('operation', 'not in', except)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last?.at ?? null
}
