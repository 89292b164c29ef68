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
      select title.id from (select titleId, isWorking,
          row_number() over (partition by titleId order by checkedOn desc, id desc) as fromLast
        from linkCheck where checkedOn between ${from} and ${to}) as tried
      join title on title.id = tried.titleId
      where fromLast = 1 and isWorking = 1 and material = 'link' and addedOn <= ${to}
        and (removedOn is null or removedOn > ${to})`.execute(db)
    return ascending(rows)
  }),

  /** Newspapers and magazines taken on the last day of the period. */
  'catalogue.serialsTaken': titleMeasure(async (db, { to }) =>
    ascending(await serialsTakenOn(db, to).select('title.id').execute()),
  ),
} satisfies Record<string, Measure>
