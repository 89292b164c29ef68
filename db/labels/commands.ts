import type { CommandsOf } from '../context.ts'
import { batchCommands } from './batches.ts'
import { printerCommands } from './printers.ts'
import { sheetCommands } from './sheets.ts'
import { templateCommands } from './templates.ts'

export const commands: CommandsOf<'labels'> = {
  ...templateCommands,
  ...sheetCommands,
  ...printerCommands,
  ...batchCommands,
}
