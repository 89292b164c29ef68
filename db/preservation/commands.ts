import type { CommandsOf } from '../context.ts'
import { folderCommands } from './folders.ts'
import { packageCommands } from './packages.ts'
import { profileCommands } from './profiles.ts'
import { removalCommands } from './removals.ts'
import { ruleCommands } from './rule.ts'
import { textCommands } from './texts.ts'
import { volumeCommands } from './volumes.ts'

export const commands: CommandsOf<'preservation'> = {
  ...folderCommands,
  ...packageCommands,
  ...profileCommands,
  ...removalCommands,
  ...ruleCommands,
  ...textCommands,
  ...volumeCommands,
}
