import * as z from 'zod'
import type { Contract } from '../contract.ts'
import { id, isoDate, requiredText, rev } from '../fields.ts'
import { changed, changes, count, movesCopies, one } from './fields.ts'
import { ReturnResult } from './shipments-contract.ts'

export const ReportFields = z.object({
  shipmentId: id,
  /** First day of the month told of; null: the whole stay. */
  month: isoDate.nullable().default(null),
  readers: count,
  loans: count,
  source: requiredText(300),
  toldOn: isoDate,
})
export type ReportFields = z.output<typeof ReportFields>
export const Report = ReportFields.extend({ id, rev })
export type Report = z.output<typeof Report>

export const returnQueries = {
  /** What the point served with it, as it told. */
  reports: { can: 'rotation.read', input: z.object({ shipmentId: id }), output: z.array(Report) },
} as const satisfies Contract['queries']

const wrongReport = [
  'report_tells_nothing',
  'report_twice',
  'report_mixed',
  'report_out_of_time',
  'in_future',
] as const

export const returnCommands = {
  scanReturn: {
    can: 'rotation.write',
    input: z.object({
      shipmentId: id,
      code: requiredText(100),
      on: isoDate,
      isDamaged: z.boolean().default(false),
    }),
    output: ReturnResult,
    errors: [
      'shipment_not_found',
      'shipment_not_sent',
      'code_of_shipment',
      'code_shared',
      'in_future',
      'back_before_sent',
    ],
    changes: movesCopies,
  },
  /** Takes back what a scan or a closing said of copies: they are away again. */
  undoReturn: {
    can: 'rotation.write',
    input: z.object({ shipmentId: id, copyIds: z.array(id).min(1).max(500) }),
    output: z.object({ copies: z.int() }),
    errors: ['shipment_not_found', 'shipment_closed', 'copy_elsewhere', 'copy_on_loan', 'copy_gone'],
    changes: movesCopies,
  },
  dropStranger: {
    can: 'rotation.write',
    input: changed,
    output: changed,
    errors: ['stranger_not_found'],
    changes,
  },
  /** What did not come back is missing from then on; how many those are must be known to whoever closes. */
  closeShipment: {
    can: 'rotation.write',
    input: one.extend({ closedOn: isoDate, missing: z.int().min(0) }),
    output: changed,
    errors: [
      'shipment_not_found',
      'shipment_not_sent',
      'shipment_closed',
      'missing_not_meant',
      'in_future',
      'closed_before_return',
    ],
    changes: movesCopies,
  },
  reopenShipment: {
    can: 'rotation.write',
    input: one,
    output: changed,
    errors: [
      'shipment_not_found',
      'shipment_not_closed',
      'shipment_went_on',
      'copy_elsewhere',
      'copy_on_loan',
      'copy_gone',
    ],
    changes: movesCopies,
  },
  addReport: {
    can: 'rotation.write',
    input: ReportFields,
    output: Report,
    errors: ['shipment_not_found', 'shipment_not_sent', ...wrongReport],
    changes,
  },
  updateReport: {
    can: 'rotation.write',
    input: ReportFields.extend({ id, rev }),
    output: Report,
    errors: ['report_not_found', 'shipment_not_found', 'shipment_not_sent', ...wrongReport],
    changes,
  },
  removeReport: {
    can: 'rotation.write',
    input: one,
    output: changed,
    errors: ['report_not_found'],
    changes,
  },
} as const satisfies Contract['commands']
