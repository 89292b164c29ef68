import type { Reader } from '../connection.ts'

/** The period of this name, if it is signed, with the place in the journal that its signature covers. */
export function signedPeriod(db: Reader, period: string) {
  return db
    .selectFrom('period')
    .select(['id', 'position'])
    .where('period', '=', period)
    .where('state', '=', 'signed')
    .executeTakeFirst()
}
