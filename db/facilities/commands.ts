import type { CommandsOf } from '../context.ts'
import { checklistCommands } from './checklist.ts'
import { equipmentCommands } from './equipment.ts'
import { registerCommands } from './registers.ts'
import { retirementCommands } from './retirement.ts'
import { roomCommands } from './rooms.ts'

export const commands: CommandsOf<'facilities'> = {
  ...roomCommands,
  ...equipmentCommands,
  ...retirementCommands,
  ...registerCommands,
  ...checklistCommands,
}
