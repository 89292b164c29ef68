import { Search } from '../../shared/catalogue/contract.ts'
import type { CommandsOf, QueriesOf } from '../context.ts'

/** Each person's own; the names are nobody else's business. */
export const savedSearchQueries: Pick<QueriesOf<'catalogue'>, 'savedSearches'> = {
  async savedSearches(_, { db, actor }) {
    const rows = await db
      .selectFrom('savedSearch')
      .select(['id', 'name', 'search'])
      .where('userId', '=', actor?.userId ?? 0)
      .orderBy('name')
      .execute()
    return rows.map(readSearch)
  },
}

export const savedSearchCommands: Pick<CommandsOf<'catalogue'>, 'saveSearch' | 'forgetSearch'> = {
  async saveSearch({ name, search }, { db, actor }) {
    const values = { userId: actor?.userId ?? 0, name, search: JSON.stringify(search) }
    const row = await db
      .insertInto('savedSearch')
      .values(values)
      .onConflict((clash) => clash.columns(['userId', 'name']).doUpdateSet({ search: values.search }))
      .returning(['id', 'name', 'search'])
      .executeTakeFirstOrThrow()
    return readSearch(row)
  },

  async forgetSearch({ id }, { db, actor }) {
    await db
      .deleteFrom('savedSearch')
      .where('id', '=', id)
      .where('userId', '=', actor?.userId ?? 0)
      .execute()
    return { id }
  },
}

/** Parsed, not only read: a search saved by an earlier program lacks the filters that came since. */
function readSearch({ id, name, search }: { id: number; name: string; search: string }) {
  return { id, name, search: Search.parse(JSON.parse(search)) }
}
