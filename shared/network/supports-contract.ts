import * as z from 'zod'
import type { Contract } from '../contract.ts'
import { id, isoDate, rev, text } from '../fields.ts'
import { changes } from './fields.ts'

export const SupportFields = z.object({
  pointId: id,
  findings: text(2000).default(''),
  /** What is left to do there, by when, and the day it was done. */
  followUp: text(1000).default(''),
  followUpBy: isoDate.nullable().default(null),
  followedUpOn: isoDate.nullable().default(null),
})
export type SupportFields = z.output<typeof SupportFields>

/** A visit is an activity of support; this is what it was to one point. */
export const Support = SupportFields.extend({
  id,
  rev,
  pointName: z.string(),
  activityId: id,
  activityName: z.string(),
  activityState: z.enum(['planned', 'done', 'postponed', 'cancelled']),
  /** The first day of the activity. */
  on: isoDate,
})
export type Support = z.output<typeof Support>

const wrongSupport = ['follow_up_unsaid', 'followed_up_too_early', 'point_not_there'] as const

export const supportQueries = {
  /** Of an activity, of a point, or all that is still to be followed up; what is due first comes first. */
  supports: {
    can: 'network.read',
    input: z.object({
      activityId: id.nullable().default(null),
      pointId: id.nullable().default(null),
      isOpenOnly: z.boolean().default(false),
    }),
    output: z.array(Support),
  },
  /** Whether an activity is of a kind that supports libraries. */
  supporting: {
    can: 'network.read',
    input: z.object({ activityId: id }),
    output: z.object({ isSupport: z.boolean() }),
  },
} as const satisfies Contract['queries']

export const supportCommands = {
  addSupport: {
    can: 'network.write',
    input: SupportFields.extend({ activityId: id }),
    output: z.object({ id }),
    errors: ['activity_not_support', 'support_twice', ...wrongSupport],
    changes,
  },
  updateSupport: {
    can: 'network.write',
    input: SupportFields.extend({ id, rev }),
    output: z.object({ id }),
    errors: ['support_not_found', 'support_twice', ...wrongSupport],
    changes,
  },
  removeSupport: {
    can: 'network.write',
    input: z.object({ id, rev }),
    output: z.object({ id }),
    errors: ['support_not_found'],
    changes,
  },
} as const satisfies Contract['commands']
