import type { CommandsOf } from '../context.ts'
import { givenCommands } from './given.ts'

export const commands: CommandsOf<'indicators'> = { ...givenCommands }
