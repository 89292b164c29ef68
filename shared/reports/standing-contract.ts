import * as z from 'zod'
import type { Contract } from '../contract.ts'
import { id, instant, isoDate, period } from '../fields.ts'
import { ComparedFigure } from './compared-figure.ts'

export const standingQueries = {
  /** How the year stands at the end of a period, or today where it runs, whether or not its report was begun. */
  standing: {
    can: 'reports.read',
    input: z.object({ period }),
    output: z.object({
      period,
      /** The last day that counts. */
      on: isoDate,
      /** Null where nobody opened its report. */
      report: z
        .object({ id, state: z.enum(['open', 'checked', 'signed']), handedOverAt: instant.nullable() })
        .nullable(),
      figures: z.array(ComparedFigure),
    }),
  },
} as const satisfies Contract['queries']
