import type { CommandsOf } from '../context.ts'
import { manyCommands } from './acts.ts'
import { batchCommands } from './batches.ts'
import { collectionCommands } from './collections.ts'
import { countCommands } from './counts.ts'
import { planCommands } from './plans.ts'
import { projectCommands } from './projects.ts'
import { rightsCommands } from './deciding.ts'
import { oneCommands } from './stages.ts'
import { stoppageCommands } from './stoppages.ts'
import { templateCommands } from './templates.ts'

export const commands: CommandsOf<'digitization'> = {
  ...planCommands,
  ...collectionCommands,
  ...templateCommands,
  ...stoppageCommands,
  ...projectCommands,
  ...rightsCommands,
  ...batchCommands,
  ...manyCommands,
  ...oneCommands,
  ...countCommands,
}
