import * as z from 'zod'
import type { Contract } from '../contract.ts'
import { id, isoDate, page, pageInput, requiredText, rev, text } from '../fields.ts'
import { changed, changes, day, movesCopies, note, one, person } from './fields.ts'
import { shipmentStates } from './rules.ts'

export const outcomes = ['returned', 'damaged', 'missing', 'transferred'] as const
export type Outcome = (typeof outcomes)[number]
const mostAtOnce = 500

export const ShipmentFields = z.object({
  number: requiredText(60),
  pointId: id,
  preparedOn: isoDate,
  dueOn: day,
  handedBy: person,
  takenBy: person,
  note,
})
export type ShipmentFields = z.output<typeof ShipmentFields>

export const ShipmentRow = ShipmentFields.extend({
  id,
  rev,
  pointName: z.string(),
  sentOn: isoDate.nullable(),
  arrivedOn: isoDate.nullable(),
  closedOn: isoDate.nullable(),
  fromShipmentId: id.nullable(),
  state: z.enum(shipmentStates),
  isOverdue: z.boolean(),
  titles: z.int(),
  copies: z.int(),
  back: z.int(),
  damaged: z.int(),
  missing: z.int(),
  transferred: z.int(),
  /** Served at the point, as it told; no part of the library's own circulation. */
  readers: z.int().nullable(),
  loans: z.int().nullable(),
})
export type ShipmentRow = z.output<typeof ShipmentRow>

export const Extension = z.object({
  id,
  on: isoDate,
  dueBefore: isoDate,
  dueOn: isoDate,
  reason: z.string(),
})
const Stranger = z.object({
  id,
  code: z.string(),
  copyId: id.nullable(),
  accessionNumber: z.string(),
  title: z.string(),
  foundOn: isoDate,
  /** The shipment with which it is away, by the books. */
  otherShipmentId: id.nullable(),
  otherNumber: z.string(),
})
export type Stranger = z.output<typeof Stranger>
const Neighbour = z.object({ id, number: z.string(), pointName: z.string() }).nullable()
export const Shipment = ShipmentRow.extend({
  extensions: z.array(Extension),
  strangers: z.array(Stranger),
  /** Where the copies came from and went on to without coming home. */
  cameFrom: Neighbour,
  wentOnTo: Neighbour,
})
export type Shipment = z.output<typeof Shipment>

export const SentCopy = z.object({
  id,
  copyId: id,
  titleId: id,
  accessionNumber: z.string(),
  title: z.string(),
  callNumber: z.string(),
  priceMinor: z.int().nullable(),
  outcome: z.enum(outcomes).nullable(),
  outcomeOn: isoDate.nullable(),
})
export type SentCopy = z.output<typeof SentCopy>

export const ShipmentFilters = z.object({
  text: text(200).default(''),
  on: isoDate,
  state: z
    .enum([...shipmentStates, 'open', 'overdue'])
    .nullable()
    .default(null),
  pointId: id.nullable().default(null),
  sentFrom: day,
  sentTo: day,
})
export type ShipmentFilters = z.output<typeof ShipmentFilters>

export const CopyFilters = z.object({
  shipmentId: id,
  outcome: z
    .enum([...outcomes, 'away'])
    .nullable()
    .default(null),
  text: text(200).default(''),
})
export type CopyFilters = z.output<typeof CopyFilters>

/** What one code scanned on coming back says. */
export const ReturnResult = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['returned', 'damaged', 'again', 'found']), copy: SentCopy }),
  z.object({ kind: z.literal('stranger'), stranger: Stranger }),
])
export type ReturnResult = z.output<typeof ReturnResult>

const unfit = ['copy_gone', 'copy_on_loan', 'copy_elsewhere', 'copy_missing', 'copy_in_repair'] as const

export const shipmentQueries = {
  shipments: {
    can: 'rotation.read',
    input: ShipmentFilters.extend(pageInput),
    output: page(ShipmentRow).extend({
      total: z.object({ shipments: z.int(), copies: z.int(), points: z.int(), away: z.int() }),
    }),
  },
  shipment: { can: 'rotation.read', input: changed, output: Shipment, errors: ['shipment_not_found'] },
  copies: {
    can: 'rotation.read',
    input: CopyFilters.extend(pageInput),
    output: page(SentCopy).extend({ total: z.int() }),
  },
  /** The shipments that one copy went with, the latest first. */
  ofCopy: {
    can: 'rotation.read',
    input: z.object({ copyId: id }),
    output: z.array(
      z.object({
        id,
        number: z.string(),
        pointName: z.string(),
        sentOn: isoDate.nullable(),
        dueOn: isoDate.nullable(),
        outcome: z.enum(outcomes).nullable(),
        outcomeOn: isoDate.nullable(),
      }),
    ),
  },
  nextNumber: {
    can: 'rotation.read',
    input: z.object({ on: isoDate }),
    output: z.object({ number: z.string() }),
  },
} as const satisfies Contract['queries']

const wrongShipment = ['point_not_found', 'point_closed', 'duplicate_number', 'due_before_prepared'] as const

export const shipmentCommands = {
  addShipment: {
    can: 'rotation.write',
    input: ShipmentFields,
    output: changed,
    errors: wrongShipment,
    changes,
  },
  updateShipment: {
    can: 'rotation.write',
    input: ShipmentFields.extend({ id, rev }),
    output: changed,
    errors: ['shipment_not_found', 'shipment_sent', 'due_before_sent', ...wrongShipment],
    changes,
  },
  /** One that was never sent. */
  removeShipment: {
    can: 'rotation.write',
    input: one,
    output: changed.extend({ copyIds: z.array(id) }),
    errors: ['shipment_not_found', 'shipment_sent'],
    changes,
  },
  /** By its label, or by the copies chosen from a search: all of them or none. */
  addCopies: {
    can: 'rotation.write',
    input: z.object({
      shipmentId: id,
      code: text(100).default(''),
      copyIds: z.array(id).max(mostAtOnce).default([]),
    }),
    output: z.object({ added: z.array(SentCopy), again: z.int() }),
    errors: [
      'shipment_not_found',
      'shipment_sent',
      'code_unknown',
      'code_shared',
      'copy_not_found',
      ...unfit,
    ],
    changes,
  },
  takeOut: {
    can: 'rotation.write',
    input: z.object({ shipmentId: id, copyIds: z.array(id).min(1).max(mostAtOnce) }),
    output: z.object({ copies: z.int() }),
    errors: ['shipment_not_found', 'shipment_sent'],
    changes,
  },
  send: {
    can: 'rotation.write',
    input: one.extend({ sentOn: isoDate, dueOn: isoDate, handedBy: person, takenBy: person }),
    output: changed,
    errors: [
      'shipment_not_found',
      'shipment_sent',
      'nothing_to_send',
      'in_future',
      'due_before_sent',
      'sent_before_prepared',
      'copy_later',
      'point_closed',
      ...unfit,
    ],
    changes: movesCopies,
  },
  /** Before anything came back; one that went straight on is at its former point again. */
  cancelSending: {
    can: 'rotation.write',
    input: one,
    output: changed,
    errors: ['shipment_not_found', 'shipment_not_sent', 'shipment_closed', 'copies_came_back'],
    changes: movesCopies,
  },
  confirmArrival: {
    can: 'rotation.write',
    input: one.extend({ arrivedOn: isoDate.nullable() }),
    output: changed,
    errors: [
      'shipment_not_found',
      'shipment_not_sent',
      'shipment_closed',
      'in_future',
      'arrived_before_sent',
    ],
    changes,
  },
  extend: {
    can: 'rotation.write',
    input: one.extend({ dueOn: isoDate, reason: requiredText(500) }),
    output: changed,
    errors: ['shipment_not_found', 'shipment_not_sent', 'shipment_closed', 'due_not_later'],
    changes,
  },
  /** The last extension only. */
  cancelExtension: {
    can: 'rotation.write',
    input: one,
    output: changed,
    errors: ['shipment_not_found', 'shipment_closed', 'extension_not_found'],
    changes,
  },
  /** The copies go on to another point without coming home. */
  transfer: {
    can: 'rotation.write',
    input: one.extend({
      number: requiredText(60),
      pointId: id,
      on: isoDate,
      dueOn: isoDate,
      handedBy: person,
      takenBy: person,
    }),
    output: changed,
    errors: [
      'shipment_not_found',
      'shipment_not_sent',
      'shipment_closed',
      'nothing_to_send',
      'same_point',
      'sent_before_prepared',
      'due_before_sent',
      'in_future',
      'point_not_found',
      'point_closed',
      'duplicate_number',
    ],
    changes: movesCopies,
  },
} as const satisfies Contract['commands']
