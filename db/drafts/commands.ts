import type { CommandsOf } from '../context.ts'

const maxLength = 1_000_000

export const commands: CommandsOf<'drafts'> = {
  async save({ form, values }, { db, actor, now, fail }) {
    const text = JSON.stringify(values)
    if (text.length > maxLength) fail('draft_too_large', { maxLength })
    await db
      .insertInto('draft')
      .values({ userId: actor?.userId ?? 0, form, values: text, savedAt: now })
      .onConflict((conflict) =>
        conflict.columns(['userId', 'form']).doUpdateSet({ values: text, savedAt: now }),
      )
      .execute()
    return { done: true }
  },

  async discard({ form }, { db, actor }) {
    await db
      .deleteFrom('draft')
      .where('userId', '=', actor?.userId ?? 0)
      .where('form', '=', form)
      .execute()
    return { done: true }
  },
}
