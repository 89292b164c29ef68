import * as z from 'zod'
import { defineContract } from '../contract.ts'
import { fileTicket, id } from '../fields.ts'
import { checklistCommands, checklistQueries, checklists } from './checklist-contract.ts'
import { EquipmentFilters, equipmentCommands, equipmentQueries } from './equipment-contract.ts'
import { RegisterFilters, registerCommands, registerQueries } from './registers-contract.ts'
import { RoomFilters, roomCommands, roomQueries } from './rooms-contract.ts'

export * from './checklist-contract.ts'
export * from './equipment-contract.ts'
export { sources } from './fields.ts'
export * from './registers-contract.ts'
export * from './rooms-contract.ts'

/** A list with what narrows it. */
export const ExportChoice = z.discriminatedUnion('list', [
  z.object({ list: z.literal('rooms'), filters: RoomFilters }),
  z.object({ list: z.literal('equipment'), filters: EquipmentFilters }),
  z.object({ list: z.literal('software'), filters: RegisterFilters }),
  z.object({ list: z.literal('connections'), filters: RegisterFilters }),
  z.object({ list: z.literal('services'), filters: RegisterFilters }),
  z.object({ list: z.enum(checklists), filters: RegisterFilters.pick({ on: true }) }),
])
export type ExportChoice = z.output<typeof ExportChoice>

export const facilities = defineContract({
  queries: { ...roomQueries, ...equipmentQueries, ...registerQueries, ...checklistQueries },
  commands: { ...roomCommands, ...equipmentCommands, ...registerCommands, ...checklistCommands },
  jobs: {
    exportList: {
      can: 'facilities.read',
      input: z.object({ choice: ExportChoice, format: z.enum(['xlsx', 'csv']).default('xlsx') }),
      output: z.object({ file: fileTicket, rows: z.int() }),
      changes: [],
    },
    /** A card for each, as it hangs beside the thing or lies in the folder. */
    printCards: {
      can: 'facilities.read',
      input: z.object({
        equipmentIds: z.array(id).min(1).max(200),
        format: z.enum(['docx', 'pdf']).default('docx'),
      }),
      output: z.object({ file: fileTicket }),
      errors: ['equipment_not_found'],
      changes: [],
    },
    printRetirement: {
      can: 'facilities.read',
      input: z.object({ id, format: z.enum(['docx', 'pdf']).default('docx') }),
      output: z.object({ file: fileTicket }),
      errors: ['retirement_not_found'],
      changes: [],
    },
  },
})
