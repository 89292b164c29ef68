import type { Reader } from './connection.ts'

/**
 * The last year whose books are closed; 0 when none is. Closing writes the third part, so its book tells; no line goes
 * into this year or one before it, and nothing that its third part counted may be told otherwise.
 */
export async function lastClosedYear(db: Reader): Promise<number> {
  const { year } = await db
    .selectFrom('registerBook')
    .select((is) => is.fn.max<number | null>('year').as('year'))
    .where('register', '=', 'stock')
    .where('closedAt', 'is not', null)
    // Books of a library that was merged into this one close no year of its own.
    .where('mergerId', 'is', null)
    .executeTakeFirstOrThrow()
  return year ?? 0
}
