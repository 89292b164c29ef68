import * as z from 'zod'
import { defineContract, type Contract } from '../contract.ts'
import { fileTicket, id, isoDate } from '../fields.ts'
import { mobileCommands, mobileQueries, SessionFilters } from './mobile-contract.ts'
import { returnCommands, returnQueries } from './returns-contract.ts'
import { CopyFilters, ShipmentFilters, shipmentCommands, shipmentQueries } from './shipments-contract.ts'

export * from './mobile-contract.ts'
export * from './returns-contract.ts'
export * from './shipments-contract.ts'

/** A list with what narrows it. */
export const ExportChoice = z.discriminatedUnion('list', [
  z.object({ list: z.literal('shipments'), filters: ShipmentFilters }),
  z.object({ list: z.literal('copies'), filters: CopyFilters }),
  z.object({ list: z.literal('sessions'), filters: SessionFilters }),
])
export type ExportChoice = z.output<typeof ExportChoice>

const diaryQueries = {
  /** How many sessions were planned or held and how many shipments went on each day that has any. */
  diary: {
    can: 'rotation.read',
    input: z.object({ from: isoDate, to: isoDate }),
    output: z.array(z.object({ on: isoDate, sessions: z.int(), shipments: z.int() })),
  },
} as const satisfies Contract['queries']

/** Over to the point, or back from it. */
export const minutesKinds = ['handOver', 'return'] as const

export const rotation = defineContract({
  queries: { ...diaryQueries, ...shipmentQueries, ...returnQueries, ...mobileQueries },
  commands: { ...shipmentCommands, ...returnCommands, ...mobileCommands },
  jobs: {
    exportList: {
      can: 'rotation.read',
      input: z.object({ choice: ExportChoice, format: z.enum(['xlsx', 'csv']).default('xlsx') }),
      output: z.object({ file: fileTicket, rows: z.int() }),
      changes: [],
    },
    /** Goes into the box: every copy, and a square that opens the shipment. */
    printPackingList: {
      can: 'rotation.read',
      input: z.object({ id, format: z.enum(['docx', 'xlsx', 'pdf']).default('docx') }),
      output: z.object({ file: fileTicket }),
      errors: ['shipment_not_found', 'nothing_to_send'],
      changes: [],
    },
    printMinutes: {
      can: 'rotation.read',
      input: z.object({
        id,
        kind: z.enum(minutesKinds).default('handOver'),
        format: z.enum(['docx', 'pdf']).default('docx'),
      }),
      output: z.object({ file: fileTicket }),
      errors: ['shipment_not_found', 'nothing_to_send', 'shipment_not_closed'],
      changes: [],
    },
  },
})
