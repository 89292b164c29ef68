import type { CommandsOf } from '../context.ts'
import { approvalCommands } from './approval.ts'
import { dossierCommands } from './dossiers.ts'
import { itemCommands } from './items.ts'
import { paperCommands } from './papers.ts'
import { ruleCommands } from './rule.ts'
import { scanCommands } from './scans.ts'

export const commands: CommandsOf<'weeding'> = {
  ...dossierCommands,
  ...itemCommands,
  ...paperCommands,
  ...approvalCommands,
  ...scanCommands,
  ...ruleCommands,
}
