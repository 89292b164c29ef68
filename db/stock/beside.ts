import { sql, type SqlBool } from 'kysely'
import type { Reader } from '../connection.ts'

/** Word for word the condition of the index, without which SQLite may not use it for a bound word. */
const isDigital = sql<SqlBool>`material = 'digital'`

/** Documents of the library's own, made, bought or exchanged; what stands open to all is not. */
export async function digitalOn(db: Reader, day: string): Promise<number> {
  const { count } = await db
    .selectFrom('title')
    .select((is) => is.fn.countAll<number>().as('count'))
    .where(isDigital)
    .where('addedOn', '<=', day)
    .where((is) => is.or([is('removedOn', 'is', null), is('removedOn', '>', day)]))
    .where((is) => is.or([is('digitalOrigin', 'is', null), is('digitalOrigin', '!=', 'open')]))
    .executeTakeFirstOrThrow()
  return count
}

/** Newspapers and magazines that are being taken on the day. */
export async function serialsOn(db: Reader, day: string): Promise<number> {
  const { count } = await db
    .selectFrom('subscription')
    .innerJoin('title', 'title.id', 'subscription.titleId')
    .select((is) => is.fn.count<number>('title.id').distinct().as('count'))
    .where('material', '=', 'serial')
    .where('startsOn', '<=', day)
    .where((is) => is.or([is('endsOn', 'is', null), is('endsOn', '>=', day)]))
    .where((is) => is.or([is('removedOn', 'is', null), is('removedOn', '>', day)]))
    .executeTakeFirstOrThrow()
  return count
}
