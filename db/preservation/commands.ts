import type { CommandsOf } from '../context.ts'
import { folderCommands } from './folders.ts'
import { profileCommands } from './profiles.ts'

export const commands: CommandsOf<'preservation'> = { ...folderCommands, ...profileCommands }
