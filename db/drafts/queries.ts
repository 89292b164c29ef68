import type { Json } from '../../shared/contract.ts'
import type { QueriesOf } from '../context.ts'

export const queries: QueriesOf<'drafts'> = {
  async draft({ form }, { db, actor }) {
    const draft = await db
      .selectFrom('draft')
      .select(['form', 'values', 'savedAt'])
      .where('userId', '=', actor?.userId ?? 0)
      .where('form', '=', form)
      .executeTakeFirst()
    return draft ? { ...draft, values: JSON.parse(draft.values) as Json } : null
  },

  list(_, { db, actor }) {
    return db
      .selectFrom('draft')
      .select(['form', 'savedAt'])
      .where('userId', '=', actor?.userId ?? 0)
      .orderBy('savedAt', 'desc')
      .execute()
  },
}
