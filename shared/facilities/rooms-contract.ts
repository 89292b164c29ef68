import * as z from 'zod'
import type { Contract } from '../contract.ts'
import { id, isoDate, requiredText, rev, text } from '../fields.ts'
import { changes, listFilters, note, page, pageInput, removal, sources, untilOn } from './fields.ts'

export const roomKinds = [
  'reading',
  'children',
  'multimedia',
  'accessible',
  'hall',
  'store',
  'work',
  'other',
] as const

/** What a room measures from a day on. */
export const RoomMeasure = z.object({
  id: id.nullable().default(null),
  fromOn: isoDate,
  areaM2: z.number().min(0).max(1e6).nullable().default(null),
  seats: z.int().min(0).max(100_000).nullable().default(null),
})
export type RoomMeasure = z.output<typeof RoomMeasure>

const mostMeasures = 60

export const RoomFields = z.object({
  name: requiredText(200),
  kind: z.enum(roomKinds).default('reading'),
  siteId: id.nullable().default(null),
  openedOn: isoDate,
  /** The first day on which it no longer serves. */
  closedOn: untilOn,
  source: z.enum(sources).default('other'),
  sourceName: text(300).default(''),
  note,
  measures: z.array(RoomMeasure).max(mostMeasures).default([]),
})
export type RoomFields = z.output<typeof RoomFields>

/** Area and seats as of the day asked for. */
export const Room = RoomFields.extend({
  id,
  rev,
  siteName: z.string().nullable(),
  areaM2: z.number().nullable(),
  seats: z.int().nullable(),
  equipment: z.int(),
})
export type Room = z.output<typeof Room>

export const RoomFilters = z.object({ ...listFilters, kind: z.enum(roomKinds).nullable().default(null) })
export type RoomFilters = z.output<typeof RoomFilters>

const wrongRoom = ['ends_before_begin', 'measure_out_of_time', 'measure_twice', 'site_not_found'] as const

export const roomQueries = {
  rooms: {
    can: 'facilities.read',
    input: RoomFilters.extend(pageInput),
    output: page(Room).extend({ total: z.object({ areaM2: z.number(), seats: z.int() }) }),
  },
} as const satisfies Contract['queries']

export const roomCommands = {
  addRoom: { can: 'facilities.write', input: RoomFields, output: Room, errors: wrongRoom, changes },
  updateRoom: {
    can: 'facilities.write',
    input: RoomFields.extend({ id, rev }),
    output: Room,
    errors: ['room_not_found', ...wrongRoom],
    changes,
  },
  removeRoom: { can: 'facilities.write', ...removal, errors: ['room_not_found', 'room_in_use'], changes },
} as const satisfies Contract['commands']
