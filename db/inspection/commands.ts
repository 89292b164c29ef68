import type { CommandsOf } from '../context.ts'
import { closingCommands } from './closing.ts'
import { drawingCommands } from './drawing.ts'
import { inspectionCommands } from './inspections.ts'
import { lookingCommands } from './looking.ts'
import { outsideCommands } from './outside.ts'
import { ruleCommands } from './rule.ts'
import { sendingCommands } from './sending.ts'

export const commands: CommandsOf<'inspection'> = {
  ...drawingCommands,
  ...inspectionCommands,
  ...ruleCommands,
  ...lookingCommands,
  ...outsideCommands,
  ...closingCommands,
  ...sendingCommands,
}
