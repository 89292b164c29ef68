import type { CommandsOf } from '../context.ts'
import { givenCommands } from './given.ts'
import { ownCommands } from './own.ts'

export const commands: CommandsOf<'indicators'> = { ...givenCommands, ...ownCommands }
