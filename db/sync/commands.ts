import type { CommandsOf } from '../context.ts'
import { keyCommands } from './keys.ts'
import { sendingCommands } from './sending.ts'

export const commands: CommandsOf<'sync'> = { ...keyCommands, ...sendingCommands }
