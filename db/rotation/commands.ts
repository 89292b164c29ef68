import type { CommandsOf } from '../context.ts'
import { reportCommands } from './reports.ts'
import { returnCommands } from './returns.ts'
import { routeCommands } from './routes.ts'
import { sendingCommands } from './sending.ts'
import { sessionCommands } from './sessions.ts'
import { shipmentCommands } from './shipments.ts'

export const commands: CommandsOf<'rotation'> = {
  ...shipmentCommands,
  ...sendingCommands,
  ...returnCommands,
  ...reportCommands,
  ...routeCommands,
  ...sessionCommands,
}
