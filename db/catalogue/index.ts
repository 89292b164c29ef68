import type { Measure } from '../measures.ts'
import { titleIdsOn } from './titles.ts'
import { titleSearch } from './search.ts'

export { commands } from './commands.ts'
export { queries } from './queries.ts'
export { insertTitles, type NewTitle } from './titles.ts'

export const derived = [titleSearch]

export const measures = {
  /** Titles in stock at the end of the period. */
  'catalogue.titles': {
    tableName: 'title',
    rows: (db, { to }) => titleIdsOn(db, to),
    label: (db, ids) =>
      db
        .selectFrom('title')
        .select(['id', 'title as label', 'responsibility as detail'])
        .where('id', 'in', ids)
        .execute(),
  },
} satisfies Record<string, Measure>
