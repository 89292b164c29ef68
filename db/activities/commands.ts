import type { CommandsOf } from '../context.ts'
import { campaignCommands } from './campaigns.ts'
import { evidenceCommands } from './evidence.ts'
import { recordCommands } from './records.ts'
import { repeatCommands } from './repeat.ts'
import { typeCommands } from './type-settings.ts'

export const commands: CommandsOf<'activities'> = {
  ...recordCommands,
  ...campaignCommands,
  ...repeatCommands,
  ...evidenceCommands,
  ...typeCommands,
}
