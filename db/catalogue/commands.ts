import type { CommandsOf } from '../context.ts'
import { authorityCommands } from './authorities.ts'
import { classCommands } from './classes.ts'
import { linkCommands } from './links.ts'
import { mergeCommands } from './merges.ts'
import { savedSearchCommands } from './saved-searches.ts'
import { serialCommands } from './serials.ts'
import { templateCommands } from './templates.ts'
import { titleCommands } from './titles.ts'

export const commands: CommandsOf<'catalogue'> = {
  ...titleCommands,
  ...authorityCommands,
  ...templateCommands,
  ...classCommands,
  ...linkCommands,
  ...serialCommands,
  ...mergeCommands,
  ...savedSearchCommands,
}
