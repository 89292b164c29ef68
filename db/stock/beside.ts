import { sql, type SqlBool } from 'kysely'
import type { Reader } from '../connection.ts'

/** Word for word the condition of the index, without which SQLite may not use it for a bound word. */
const isDigital = sql<SqlBool>`material = 'digital'`

/** Documents of the library's own, made, bought or exchanged; what stands open to all is not. */
export function digitalTitlesOn(db: Reader, day: string) {
  return titlesOn(db, day)
    .where(isDigital)
    .where((is) => is.or([is('digitalOrigin', 'is', null), is('digitalOrigin', '!=', 'open')]))
}

/** Newspapers and magazines that are being taken on the day, each once however often it is subscribed to. */
export function serialsTakenOn(db: Reader, day: string) {
  return titlesOn(db, day)
    .where('material', '=', 'serial')
    .where('title.id', 'in', (is) =>
      is
        .selectFrom('subscription')
        .select('titleId')
        .where('startsOn', '<=', day)
        .where((end) => end.or([end('endsOn', 'is', null), end('endsOn', '>=', day)])),
    )
}

function titlesOn(db: Reader, day: string) {
  return db
    .selectFrom('title')
    .where('addedOn', '<=', day)
    .where((is) => is.or([is('removedOn', 'is', null), is('removedOn', '>', day)]))
}

export async function besideOn(db: Reader, day: string): Promise<{ digital: number; serials: number }> {
  const count = async (titles: ReturnType<typeof titlesOn>) => {
    const { found } = await titles
      .select((is) => is.fn.countAll<number>().as('found'))
      .executeTakeFirstOrThrow()
    return found
  }
  return { digital: await count(digitalTitlesOn(db, day)), serials: await count(serialsTakenOn(db, day)) }
}
