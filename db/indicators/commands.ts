import type { CommandsOf } from '../context.ts'
import { earlierCommands } from './earlier.ts'
import { givenCommands } from './given.ts'
import { ownCommands } from './own.ts'

export const commands: CommandsOf<'indicators'> = { ...earlierCommands, ...givenCommands, ...ownCommands }
