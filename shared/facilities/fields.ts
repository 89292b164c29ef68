import * as z from 'zod'
import { id, isoDate, page, pageInput, rev, text } from '../fields.ts'

/** Where a thing came from; a project or a giver is named beside it. */
export const sources = ['purchase', 'project', 'donation', 'transfer', 'other'] as const

export const money = z.int().min(0).max(1e13).nullable().default(null)
export const note = text(2000).default('')
export const untilOn = isoDate.nullable().default(null)
export const removal = { input: z.object({ id, rev }), output: z.object({ id }) }
export const changes = ['facilities', 'indicators', 'reports'] as const
/** A gift says how many of its things are recorded. */
export const equipmentChanges = [...changes, 'cooperation'] as const

/** What every list is narrowed by: words, a place, and the day as of which it is told. */
export const listFilters = {
  text: text(200).default(''),
  on: isoDate,
  /** Also what had ended or had not begun by that day. */
  withPast: z.boolean().default(false),
  siteId: id.nullable().default(null),
}
export { page, pageInput }
