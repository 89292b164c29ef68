import type { CommandsOf } from '../context.ts'
import { cardCommands } from './cards.ts'
import { importCommands } from './counter-import.ts'
import { counterCommands } from './counters.ts'
import { deskCommands } from './desk.ts'
import { kindCommands } from './kinds.ts'
import { loanCommands } from './loans.ts'
import { readerCommands } from './readers.ts'
import { settingCommands } from './settings.ts'

export const commands: CommandsOf<'readers'> = {
  ...kindCommands,
  ...counterCommands,
  ...importCommands,
  ...settingCommands,
  ...readerCommands,
  ...cardCommands,
  ...deskCommands,
  ...loanCommands,
}
