import type { CommandsOf } from '../context.ts'
import { documentCommands } from './documents.ts'
import { milestoneCommands } from './milestones.ts'
import { moneyCommands } from './money.ts'
import { roadmapCommands } from './roadmaps.ts'
import { targetCommands } from './targets.ts'

export const commands: CommandsOf<'plans'> = {
  ...roadmapCommands,
  ...milestoneCommands,
  ...documentCommands,
  ...moneyCommands,
  ...targetCommands,
}
