import type { CommandsOf } from '../context.ts'
import { accessionCommands } from './accession.ts'
import { changeCommands } from './changes.ts'
import { movementCommands } from './movement.ts'
import { numberCommands } from './numbers.ts'
import { placeCommands } from './places.ts'
import { voucherCommands } from './vouchers.ts'
import { withdrawalCommands } from './withdrawals.ts'

export const commands: CommandsOf<'copies'> = {
  ...placeCommands,
  ...numberCommands,
  ...voucherCommands,
  ...accessionCommands,
  ...changeCommands,
  ...movementCommands,
  ...withdrawalCommands,
}
