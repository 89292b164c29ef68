import type { CommandsOf } from '../context.ts'
import { awardCommands } from './awards.ts'
import { branchCommands } from './branches.ts'
import { duesCommands } from './dues.ts'
import { friendlyCommands } from './friendly.ts'
import { incomeCommands } from './income.ts'
import { ledgerCommands } from './ledger.ts'
import { memberCommands } from './members.ts'
import { proofCommands } from './proofs.ts'
import { rateCommands } from './rates.ts'
import { reportCommands } from './report.ts'

export const commands: CommandsOf<'association'> = {
  ...branchCommands,
  ...memberCommands,
  ...rateCommands,
  ...duesCommands,
  ...ledgerCommands,
  ...incomeCommands,
  ...awardCommands,
  ...friendlyCommands,
  ...proofCommands,
  ...reportCommands,
}
