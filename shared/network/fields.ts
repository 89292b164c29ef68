import * as z from 'zod'
import { id, isoDate, page, pageInput, rev, text } from '../fields.ts'

/** What a library or point of the territory is; former district libraries are those of before 01/07/2025. */
export const pointKinds = [
  'provincial',
  'former_district',
  'commune',
  'reading_room',
  'bookcase',
  'community',
  'private',
  'school',
  'agency',
  'rotation_point',
  'other',
] as const
export type PointKind = (typeof pointKinds)[number]

export const note = text(2000).default('')
export const untilOn = isoDate.nullable().default(null)
export const removal = { input: z.object({ id, rev }), output: z.object({ id }) }
export const changes = ['network', 'indicators', 'reports'] as const

/** What every list is narrowed by: words, and the day as of which it is told. */
export const listFilters = {
  text: text(200).default(''),
  on: isoDate,
  /** Also what had ended or had not begun by that day. */
  withPast: z.boolean().default(false),
}
export { page, pageInput }
