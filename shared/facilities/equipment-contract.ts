import * as z from 'zod'
import type { Contract } from '../contract.ts'
import { id, isoDate, requiredText, rev, text } from '../fields.ts'
import {
  changes,
  equipmentChanges,
  listFilters,
  money,
  note,
  page,
  pageInput,
  removal,
  sources,
} from './fields.ts'

export const equipmentKinds = [
  'computer',
  'server',
  'scanner',
  'camera',
  'studio',
  'printer',
  'rfid',
  'network',
  'accessible',
  'display',
  'vehicle',
  'furniture',
  'other',
] as const
export const purposes = ['work', 'readers'] as const
export const equipmentStates = ['working', 'broken', 'repair', 'retired'] as const
export type EquipmentState = (typeof equipmentStates)[number]
export const eventKinds = ['broken', 'repair', 'working'] as const
export const disposals = ['sell', 'destroy', 'transfer', 'other'] as const
export const duties = ['chair', 'deputy', 'secretary', 'member'] as const

export const EquipmentFields = z.object({
  inventoryNumber: text(60).default(''),
  name: requiredText(300),
  kind: z.enum(equipmentKinds).default('computer'),
  purpose: z.enum(purposes).default('work'),
  model: text(200).default(''),
  serialNumber: text(100).default(''),
  /** Of RFID equipment: the tags it reads. */
  tagType: text(100).default(''),
  source: z.enum(sources).default('purchase'),
  /** Who sold or gave it, or which project it is of. */
  sourceName: text(300).default(''),
  /** The line of a gift it came by, which then says who gave it and by which project. */
  giftItemId: id.nullable().default(null),
  acquiredOn: isoDate,
  price: money,
  warrantyUntil: isoDate.nullable().default(null),
  siteId: id.nullable().default(null),
  roomId: id.nullable().default(null),
  note,
})
export type EquipmentFields = z.output<typeof EquipmentFields>

export const EquipmentEvent = z.object({
  id,
  kind: z.enum(eventKinds),
  on: isoDate,
  /** The day a repair gave it back. */
  until: isoDate.nullable(),
  cost: z.int().nullable(),
  note: z.string(),
})
export type EquipmentEvent = z.output<typeof EquipmentEvent>

/** Its state as of the day asked for. */
export const EquipmentRow = EquipmentFields.extend({
  id,
  rev,
  siteName: z.string().nullable(),
  roomName: z.string().nullable(),
  retiredOn: isoDate.nullable(),
  state: z.enum(equipmentStates),
  gift: z
    .object({
      id,
      what: z.string(),
      projectId: id.nullable(),
      projectName: z.string().nullable(),
      partnerId: id.nullable(),
      donorName: z.string(),
    })
    .nullable(),
})
export type EquipmentRow = z.output<typeof EquipmentRow>

export const Equipment = EquipmentRow.extend({
  events: z.array(EquipmentEvent),
  repairCost: z.int(),
  retirement: z.object({ id, number: z.string(), decidedOn: isoDate, reason: z.string() }).nullable(),
})
export type Equipment = z.output<typeof Equipment>

export const EquipmentFilters = z.object({
  ...listFilters,
  kind: z.enum(equipmentKinds).nullable().default(null),
  state: z.enum(equipmentStates).nullable().default(null),
  source: z.enum(sources).nullable().default(null),
  roomId: id.nullable().default(null),
  giftId: id.nullable().default(null),
  projectId: id.nullable().default(null),
})
export type EquipmentFilters = z.output<typeof EquipmentFilters>

export const RetirementFields = z.object({
  number: requiredText(100),
  decidedOn: isoDate,
  disposal: z.enum(disposals).default('sell'),
  /** One line for each paper the decision rests on. */
  basis: text(2000).default(''),
  reason: requiredText(1000),
  members: z
    .array(z.object({ name: requiredText(200), position: text(200).default(''), duty: z.enum(duties) }))
    .max(50)
    .default([]),
})
export type RetirementFields = z.output<typeof RetirementFields>
export const Retirement = RetirementFields.extend({ id, rev, equipment: z.int(), price: z.int() })
export type Retirement = z.output<typeof Retirement>

const mostAtOnce = 500

export const equipmentQueries = {
  equipment: {
    can: 'facilities.read',
    input: EquipmentFilters.extend(pageInput),
    output: page(EquipmentRow).extend({ total: z.object({ count: z.int(), price: z.int() }) }),
  },
  item: {
    can: 'facilities.read',
    input: z.object({ id, on: isoDate }),
    output: Equipment,
    errors: ['equipment_not_found'],
  },
  retirements: { can: 'facilities.read', input: z.object({}), output: z.array(Retirement) },
} as const satisfies Contract['queries']

const wrongGift = ['gift_item_not_found', 'more_than_given'] as const
const wrongPlace = ['site_not_found', 'room_not_found'] as const

export const equipmentCommands = {
  /** One, or a whole list that was pasted: all of it or nothing. */
  addEquipment: {
    can: 'facilities.write',
    input: z.object({ rows: z.array(EquipmentFields).min(1).max(mostAtOnce) }),
    output: z.object({ ids: z.array(id) }),
    errors: ['duplicate_number', ...wrongGift, ...wrongPlace],
    changes: equipmentChanges,
  },
  updateEquipment: {
    can: 'facilities.write',
    input: EquipmentFields.extend({ id, rev }),
    output: EquipmentRow,
    errors: ['equipment_not_found', 'duplicate_number', 'acquired_after_event', ...wrongGift, ...wrongPlace],
    changes: equipmentChanges,
  },
  /** For one entered by mistake; what is used up is retired by decision. */
  removeEquipment: {
    can: 'facilities.write',
    ...removal,
    errors: ['equipment_not_found', 'equipment_retired'],
    changes: equipmentChanges,
  },
  addEvent: {
    can: 'facilities.write',
    input: z.object({
      equipmentId: id,
      kind: z.enum(eventKinds),
      on: isoDate,
      until: isoDate.nullable().default(null),
      cost: money,
      note: text(500).default(''),
    }),
    output: EquipmentEvent,
    errors: ['equipment_not_found', 'equipment_retired', 'event_out_of_time', 'until_out_of_order'],
    changes,
  },
  removeEvent: {
    can: 'facilities.write',
    input: z.object({ id }),
    output: z.object({ id }),
    errors: ['event_not_found'],
    changes,
  },
  retire: {
    can: 'facilities.write',
    input: RetirementFields.extend({ equipmentIds: z.array(id).min(1).max(mostAtOnce) }),
    output: Retirement,
    errors: ['equipment_not_found', 'equipment_retired', 'retired_before_acquired', 'in_future'],
    changes,
  },
  /** All that the decision took out of use is in use again. */
  cancelRetirement: {
    can: 'facilities.write',
    ...removal,
    errors: ['retirement_not_found'],
    changes,
  },
} as const satisfies Contract['commands']
