import type { CommandsOf } from '../context.ts'
import { poolCommands } from './pools.ts'
import { profileCommands } from './profiles.ts'
import { runCommands } from './run-commands.ts'

export const commands: CommandsOf<'interchange'> = { ...poolCommands, ...profileCommands, ...runCommands }
