import { ascending, type Measure } from '../measures.ts'
import { digitalTitlesOn, serialsTakenOn } from '../stock/index.ts'
import { titleIdsOn } from './titles.ts'

function titleMeasure(find: Measure['find']): Measure {
  return {
    tableName: 'title',
    find,
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
  'catalogue.titles': titleMeasure(async (db, { to }) => ({ ids: await titleIdsOn(db, to) })),

  'catalogue.digitalDocuments': titleMeasure(async (db, { to }) =>
    ascending(await digitalTitlesOn(db, to).select('title.id').execute()),
  ),

  /** Newspapers and magazines taken on the last day of the period. */
  'catalogue.serialsTaken': titleMeasure(async (db, { to }) =>
    ascending(await serialsTakenOn(db, to).select('title.id').execute()),
  ),
} satisfies Record<string, Measure>
