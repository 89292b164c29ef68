import type { CommandsOf } from '../context.ts'
import { conditionCommands } from './conditions.ts'
import { exchangeCommands } from './exchanges.ts'
import { pointCommands } from './points.ts'
import { populationCommands } from './population.ts'
import { supportCommands } from './supports.ts'
import { surveyCommands } from './survey.ts'

export const commands: CommandsOf<'network'> = {
  ...pointCommands,
  ...conditionCommands,
  ...surveyCommands,
  ...supportCommands,
  ...exchangeCommands,
  ...populationCommands,
}
