import { StaffRule } from '../../shared/staff/contract.ts'
import type { Reader } from '../connection.ts'
import type { CommandsOf, QueriesOf } from '../context.ts'

export const ruleQueries: Pick<QueriesOf<'staff'>, 'rule'> = { rule: (_, { db }) => readRule(db) }

export const ruleCommands: Pick<CommandsOf<'staff'>, 'setRule'> = {
  async setRule(rule, { db, fail }) {
    const { highest } = await db
      .selectFrom('staffAssessment')
      .select((is) => is.fn.max<number | null>('level').as('highest'))
      .executeTakeFirstOrThrow()
    if (highest !== null && highest > rule.skillLevels.length) fail('level_in_use', { level: highest })
    await db
      .updateTable('library')
      .set({ staffRule: JSON.stringify(rule) })
      .execute()
    return rule
  },
}

/** What the library has not settled is as the contract proposes. */
export async function readRule(db: Reader): Promise<StaffRule> {
  const row = await db.selectFrom('library').select('staffRule').executeTakeFirst()
  return StaffRule.parse(JSON.parse(row?.staffRule ?? '{}'))
}
