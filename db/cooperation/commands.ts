import type { CommandsOf } from '../context.ts'
import { agreementFileCommands } from './agreement-files.ts'
import { agreementCommands } from './agreements.ts'
import { delegationCommands } from './delegations.ts'
import { giftCommands } from './gifts.ts'
import { membershipCommands } from './memberships.ts'
import { partnerCommands } from './partners.ts'
import { projectCommands } from './projects.ts'
import { removingCommands } from './removing.ts'
import { ruleCommands } from './rule.ts'
import { reportCommands } from './year-reports.ts'

export const commands: CommandsOf<'cooperation'> = {
  ...agreementCommands,
  ...agreementFileCommands,
  ...delegationCommands,
  ...giftCommands,
  ...membershipCommands,
  ...partnerCommands,
  ...projectCommands,
  ...removingCommands,
  ...reportCommands,
  ...ruleCommands,
}
