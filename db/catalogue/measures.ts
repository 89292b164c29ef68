import { sql } from 'kysely'
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

  /** Bought or exchanged within the days. */
  'catalogue.digitalAcquired': titleMeasure(async (db, { from, to }) =>
    ascending(
      await digitalTitlesOn(db, to)
        .select('title.id')
        .where('digitalOrigin', 'in', ['bought', 'exchanged'])
        .where('addedOn', '>=', from)
        .execute(),
    ),
  ),

  /** Sources on line that worked when they were last tried, which was within the days. */
  'catalogue.linksUsed': titleMeasure(async (db, { from, to }) => {
    const { rows } = await sql<{ id: number }>`
      select title.id from title where material = 'link' and addedOn <= ${to}
        and (removedOn is null or removedOn > ${to})
        and (select isWorking from linkCheck where linkCheck.titleId = title.id and checkedOn <= ${to}
          and checkedOn >= ${from} order by checkedOn desc, linkCheck.id desc limit 1) = 1`.execute(db)
    return ascending(rows)
  }),

  /** Newspapers and magazines taken on the last day of the period. */
  'catalogue.serialsTaken': titleMeasure(async (db, { to }) =>
    ascending(await serialsTakenOn(db, to).select('title.id').execute()),
  ),
} satisfies Record<string, Measure>
