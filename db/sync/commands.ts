import type { CommandsOf } from '../context.ts'
import { answerCommands } from './answers.ts'
import { keyCommands } from './keys.ts'
import { sendingCommands } from './sending.ts'

export const commands: CommandsOf<'sync'> = {
  ...answerCommands,
  ...keyCommands,
  ...sendingCommands,
}
