import { sql } from 'kysely'
import type { Reader } from '../connection.ts'

const countedTables = [
  'title',
  'titleClass',
  'copy',
  'copyPast',
  'voucher',
  'openingBalance',
  'subscription',
] as const

/**
 * The last command that may have moved a figure of the stock: what is counted over millions of copies is remembered
 * while people sign in, write reports or save drafts. A bulk command names no rows, so each may have.
 */
export async function lastMove(db: Reader): Promise<number> {
  // Unary plus keeps SQLite off the index by table, in which the last command is found only by reading all its rows.
  const row = await db
    .selectFrom('journalRow')
    .select('commandId')
    .where((is) => is(sql`+tableName`, 'in', countedTables))
    .orderBy('commandId', 'desc')
    .limit(1)
    .executeTakeFirst()
  const last = row?.commandId ?? 0
  const bulk = await db
    .selectFrom('journalCommand')
    .select('id')
    .where('id', '>', last)
    .where('isBulk', '=', 1)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return bulk?.id ?? last
}
