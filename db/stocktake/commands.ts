import type { CommandsOf } from '../context.ts'
import { scanCommands } from './scanning.ts'
import { sessionCommands } from './sessions.ts'
import { sourceCommands } from './sources.ts'
import { stateCommands } from './states.ts'

export const commands: CommandsOf<'stocktake'> = {
  ...sessionCommands,
  ...stateCommands,
  ...scanCommands,
  ...sourceCommands,
}
