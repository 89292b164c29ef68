import type { Rule } from '../../shared/cooperation/contract.ts'
import type { Reader } from '../connection.ts'
import type { CommandsOf, QueriesOf } from '../context.ts'

export const ruleQueries: Pick<QueriesOf<'cooperation'>, 'rule'> = { rule: (_, { db }) => readRule(db) }

export const ruleCommands: Pick<CommandsOf<'cooperation'>, 'setRule'> = {
  async setRule({ rev, noticeDays, recipients }, { db, fail }) {
    const now = await readRule(db)
    if (now.rev !== rev) fail('stale', { rev: now.rev })
    const twice = recipients.find((name, at) => recipients.indexOf(name) !== at)
    if (twice !== undefined) fail('recipient_twice', { name: twice })
    await db
      .updateTable('cooperationRule')
      .set({ noticeDays, recipients: JSON.stringify(recipients), rev: rev + 1 })
      .execute()
    return readRule(db)
  },
}

export async function readRule(db: Reader): Promise<Rule> {
  const rule = await db
    .selectFrom('cooperationRule')
    .select(['rev', 'noticeDays', 'recipients'])
    .executeTakeFirstOrThrow()
  return { ...rule, recipients: JSON.parse(rule.recipients) as string[] }
}
