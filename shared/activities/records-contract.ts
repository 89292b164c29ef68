import * as z from 'zod'
import { defineContract } from '../contract.ts'
import { fileTicket, id, isoDate, page, pageInput, period, quarter, rev, text } from '../fields.ts'
import { Activity, ActivityFields, ActivityRow, activityStates, proofStates } from './activity.ts'
import { typeGroups } from './types.ts'

export const Filters = z.object({
  text: text(200).default(''),
  typeCode: z.string().max(20).nullable().default(null),
  group: z.enum(typeGroups).nullable().default(null),
  state: z.enum(activityStates).nullable().default(null),
  siteId: id.nullable().default(null),
  campaignId: id.nullable().default(null),
  partnerId: id.nullable().default(null),
  proof: z.enum(proofStates).nullable().default(null),
  from: isoDate.nullable().default(null),
  to: isoDate.nullable().default(null),
})
export type Filters = z.output<typeof Filters>

const counted = z.array(z.object({ value: z.string(), count: z.int() }))

/** A session as a calendar shows it. */
const CalendarItem = ActivityRow.pick({ name: true, typeCode: true, state: true }).extend({
  activityId: id,
  sessionId: id,
  startTime: z.string().nullable(),
  until: isoDate.nullable(),
  place: z.string(),
})
export const CalendarDay = z.object({ on: isoDate, items: z.array(CalendarItem), hasMore: z.boolean() })
export type CalendarDay = z.output<typeof CalendarDay>

/** By how much a record moves an indicator: as it was saved, and as it stands in the form. */
export const ImpactLine = z.object({
  code: z.string(),
  quarter,
  before: z.number(),
  after: z.number(),
  isSigned: z.boolean(),
})
export type ImpactLine = z.output<typeof ImpactLine>

/** What was asked about and is meant so. */
const accepted = z.array(z.enum(['sessions_overlap', 'outside_campaign'])).default([])
const refusals = [
  'type_not_found',
  'site_not_found',
  'campaign_not_found',
  'partner_not_found',
  'title_not_found',
  'detail_wrong',
  'held_in_future',
  'nothing_held',
  'sessions_overlap',
  'outside_campaign',
] as const
const changes = ['activities', 'indicators', 'reports', 'cooperation'] as const

export const recordContract = defineContract({
  queries: {
    list: {
      can: 'activities.read',
      input: Filters.extend(pageInput),
      output: page(ActivityRow),
    },
    /** How many of each, among the newest that the filters leave. */
    facets: {
      can: 'activities.read',
      input: Filters,
      output: z.object({
        types: counted,
        states: counted,
        proofs: counted,
        sites: counted,
        total: z.int(),
        isExact: z.boolean(),
      }),
    },
    activity: {
      can: 'activities.read',
      input: z.object({ id }),
      output: Activity,
      errors: ['activity_not_found'],
    },
    /** The sessions of some days, a few of each day, and what lasts through them. */
    calendar: {
      can: 'activities.read',
      input: z.object({
        from: isoDate,
        days: z.int().min(1).max(42),
        perDay: z.int().min(1).max(50).default(4),
      }),
      output: z.object({
        days: z.array(CalendarDay),
        lasting: z.array(CalendarItem.extend({ on: isoDate })),
      }),
    },
    /** Which indicators a record moves, before it is saved. */
    impact: {
      can: 'activities.read',
      input: z.object({ id: id.nullable().default(null), fields: ActivityFields }),
      output: z.object({ lines: z.array(ImpactLine), signed: z.array(period) }),
    },
  },
  commands: {
    add: {
      can: 'activities.write',
      input: ActivityFields.extend({ accepted }),
      output: Activity,
      errors: refusals,
      changes,
    },
    update: {
      can: 'activities.write',
      input: ActivityFields.extend({ id, rev, accepted }),
      output: Activity,
      errors: ['activity_not_found', ...refusals],
      changes,
    },
    /** Every session that was still planned took place. */
    markDone: {
      can: 'activities.write',
      input: z.object({ id, rev }),
      output: Activity,
      errors: ['activity_not_found', 'already_done', 'held_in_future', 'nothing_held'],
      changes,
    },
    remove: {
      can: 'activities.write',
      input: z.object({ id, rev }),
      output: z.object({ id }),
      errors: ['activity_not_found'],
      changes,
    },
    restore: {
      can: 'activities.write',
      input: z.object({ id }),
      output: Activity,
      errors: ['activity_not_found'],
      changes,
    },
  },
  jobs: {
    exportList: {
      can: 'activities.read',
      input: z.object({ filters: Filters, format: z.enum(['xlsx', 'csv', 'pdf']) }),
      output: z.object({ file: fileTicket, rows: z.int() }),
      errors: ['too_many_to_print'],
      changes: [],
    },
  },
})
