import { WeedingRule } from '../../shared/weeding/contract.ts'
import { proposedAges, type AgeRule } from '../../shared/weeding/rules.ts'
import type { Reader } from '../connection.ts'
import type { CommandsOf, QueriesOf } from '../context.ts'

export const ruleQueries: Pick<QueriesOf<'weeding'>, 'rule'> = {
  rule: (_, { db }) => readRule(db),
}

export const ruleCommands: Pick<CommandsOf<'weeding'>, 'setRule'> = {
  async setRule(rule, { db }) {
    await db
      .updateTable('library')
      .set({ weedingRule: JSON.stringify(rule) })
      .execute()
    return rule
  },
}

/** What the library has not settled is as the contract proposes. */
export async function readRule(db: Reader): Promise<WeedingRule> {
  const { weedingRule } = await db.selectFrom('library').select('weedingRule').executeTakeFirstOrThrow()
  return WeedingRule.parse(JSON.parse(weedingRule))
}

export function agesOf({ ages }: WeedingRule): readonly AgeRule[] {
  return ages ?? proposedAges
}
