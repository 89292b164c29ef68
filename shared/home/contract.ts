import * as z from 'zod'
import { defineContract } from '../contract.ts'
import { instant, isoDate } from '../fields.ts'

/** What waits for somebody within the week. */
export const dueKinds = [
  'activitiesComing',
  'agreementsEnding',
  'backupDue',
  'deadlinesDue',
  'fixityDue',
  'stocktakesOpen',
  'duesArrears',
  'exchangesOverdue',
  'followUpsDue',
  'loansOverdue',
  'milestonesDue',
  'questionsOpen',
  'reportsToCheck',
  'reportsUnregistered',
  'resourcesEnding',
  'shipmentsDue',
] as const
/** What a quarter lacks before it can be signed. */
export const missingKinds = [
  'activitiesPast',
  'proofMissing',
  'copiesTroubled',
  'duesUnreckoned',
  'milestonesOverdue',
  'mobileUntold',
] as const
const kinds = [...dueKinds, ...missingKinds] as const
export type WaitingKind = (typeof kinds)[number]

const Waiting = z.object({
  kind: z.enum(kinds),
  count: z.int(),
  /** Counting stops early: false says that there are more. */
  isExact: z.boolean(),
  /** The first day it falls due; null where it has none. */
  on: isoDate.nullable(),
  /** The first of them, as people know it. */
  first: z.string(),
})
export type Waiting = z.output<typeof Waiting>

export const home = defineContract({
  queries: {
    /** Asked in one go, each part of it bounded, so that the page is there at once. */
    overview: {
      can: 'signed_in',
      input: z.object({ since: z.enum(['visit', 'week']).default('visit') }),
      output: z.object({
        due: z.array(Waiting),
        missing: z.array(Waiting),
        changed: z.object({
          since: instant,
          /** Whether `since` is when whoever asks was here before; else it is a week ago. */
          isVisit: z.boolean(),
          count: z.int(),
          isExact: z.boolean(),
          kinds: z.array(z.object({ operation: z.string(), count: z.int() })),
        }),
        /** What has not been begun: a new library is shown its first steps. */
        begun: z.object({ holdings: z.boolean(), activities: z.boolean(), backup: z.boolean() }),
      }),
    },
  },
})
