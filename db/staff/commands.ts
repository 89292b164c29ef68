import type { CommandsOf } from '../context.ts'
import { headcountCommands } from './headcounts.ts'
import { peopleCommands } from './people.ts'
import { ruleCommands } from './rule.ts'
import { trainingCommands } from './training.ts'

export const commands: CommandsOf<'staff'> = {
  ...peopleCommands,
  ...trainingCommands,
  ...headcountCommands,
  ...ruleCommands,
}
