import { sql, type SqlBool } from 'kysely'
import type { Reader } from '../connection.ts'
import type { Measure } from '../measures.ts'
import { titleIdsOn } from './titles.ts'

/** Word for word the condition of the index, without which SQLite may not use it for a bound word. */
const isDigital = sql<SqlBool>`material = 'digital'`

function titleMeasure(rows: Measure['rows']): Measure {
  return {
    tableName: 'title',
    rows,
    label: (db, ids) =>
      db
        .selectFrom('title')
        .select(['id', 'title as label', 'responsibility as detail'])
        .where('id', 'in', ids)
        .execute(),
  }
}

export const measures = {
  /** Titles in the catalogue at the end of the period, with copies or without. */
  'catalogue.titles': titleMeasure((db, { to }) => titleIdsOn(db, to)),

  /** Made by the library, bought or exchanged; what stands open to all is not the library's. */
  'catalogue.digitalDocuments': titleMeasure(async (db, { to }) => {
    const rows = await inCatalogue(db, to)
      .where(isDigital)
      .where((is) => is.or([is('digitalOrigin', 'is', null), is('digitalOrigin', '!=', 'open')]))
      .execute()
    return ascending(rows)
  }),

  /** Newspapers and magazines taken on the last day of the period. */
  'catalogue.serialsTaken': titleMeasure(async (db, { to }) => {
    const rows = await inCatalogue(db, to)
      .innerJoin('subscription', 'subscription.titleId', 'title.id')
      .distinct()
      .where('material', '=', 'serial')
      .where('startsOn', '<=', to)
      .where((is) => is.or([is('endsOn', 'is', null), is('endsOn', '>=', to)]))
      .execute()
    return ascending(rows)
  }),
} satisfies Record<string, Measure>

function inCatalogue(db: Reader, day: string) {
  return db
    .selectFrom('title')
    .select('title.id')
    .where('addedOn', '<=', day)
    .where((is) => is.or([is('removedOn', 'is', null), is('removedOn', '>', day)]))
}

function ascending(rows: readonly { id: number }[]): number[] {
  return rows.map(({ id }) => id).toSorted((a, b) => a - b)
}
