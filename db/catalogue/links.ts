import type { CommandsOf, QueriesOf } from '../context.ts'

const columns = ['id', 'titleId', 'checkedOn', 'isWorking', 'note'] as const

export const linkQueries: Pick<QueriesOf<'catalogue'>, 'linkChecks'> = {
  async linkChecks({ titleId }, { db }) {
    const rows = await db
      .selectFrom('linkCheck')
      .select(columns)
      .where('titleId', '=', titleId)
      .orderBy('checkedOn', 'desc')
      .orderBy('id', 'desc')
      .limit(200)
      .execute()
    return rows.map((row) => ({ ...row, isWorking: row.isWorking === 1 }))
  },
}

export const linkCommands: Pick<CommandsOf<'catalogue'>, 'recordLinkCheck'> = {
  async recordLinkCheck({ titleId, checkedOn, isWorking, note }, { db, fail, today }) {
    const title = await db
      .selectFrom('title')
      .select('url')
      .where('id', '=', titleId)
      .where('removedOn', 'is', null)
      .executeTakeFirst()
    if (!title) return fail('title_not_found', { id: titleId })
    if (title.url === '') fail('no_link', { id: titleId })
    if (checkedOn > today) fail('checked_in_future', { checkedOn, today })
    const row = await db
      .insertInto('linkCheck')
      .values({ titleId, checkedOn, isWorking: isWorking ? 1 : 0, note })
      .returning(columns)
      .executeTakeFirstOrThrow()
    return { ...row, isWorking }
  },
}
