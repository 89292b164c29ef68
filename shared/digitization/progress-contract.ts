import * as z from 'zod'
import { id, isoDate } from '../fields.ts'
import { Place, Stoppage } from './digitization.ts'

const Work = z.object({ jobs: z.int(), pages: z.int() })

export const Progress = z.object({
  asOf: isoDate,
  /** Where jobs stood that day, in the order of the work. */
  standing: z.array(z.object({ place: Place, jobs: z.int() })),
  /** What was scanned week by week, and how many titles had been carried through by the end of each. */
  weeks: z.array(Work.extend({ from: isoDate, to: isoDate, carried: z.int() })),
  operators: z.array(Work.extend({ userId: id.nullable(), name: z.string() })),
  machines: z.array(Work.extend({ machine: z.string() })),
  /** Those that touch the weeks. */
  stoppages: z.array(Stoppage),
  target: z.int(),
  carried: z.int(),
  /** What a forecast rests on: titles carried through since a day, over the days left of those that stoppages took. */
  pace: z.object({ from: isoDate, titles: z.int(), days: z.number(), lostDays: z.number() }),
  /** The day the target is reached at that pace; null without a target, a pace or anything left. */
  forecastOn: isoDate.nullable(),
})
export type Progress = z.output<typeof Progress>

export const progressContract = {
  queries: {
    progress: {
      can: 'digitization.read',
      input: z.object({ projectId: id.nullable().default(null), asOf: isoDate.nullable().default(null) }),
      output: Progress,
    },
  },
} as const
