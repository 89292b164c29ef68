import { PreservationRule } from '../../shared/preservation/contract.ts'
import type { Reader } from '../connection.ts'
import type { CommandsOf } from '../context.ts'

export const ruleCommands: Pick<CommandsOf<'preservation'>, 'setRule'> = {
  async setRule(rule, { db }) {
    await db
      .updateTable('library')
      .set({ preservationRule: JSON.stringify(rule) })
      .execute()
    return rule
  },
}

/** What the library has not settled is as the contract proposes. */
export async function readRule(db: Reader): Promise<PreservationRule> {
  const row = await db.selectFrom('library').select('preservationRule').executeTakeFirst()
  return PreservationRule.parse(JSON.parse(row?.preservationRule ?? '{}'))
}
