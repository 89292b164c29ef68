import * as z from 'zod'
import { Progress, Value } from '../indicators/contract.ts'

export const Stated = Value.pick({ status: true, value: true })
export type Stated = z.output<typeof Stated>

/** A figure of a period to compare with: as it was signed, or as it counts where nobody signed that period. */
const Compared = Value.pick({ status: true, value: true, givenReason: true }).extend({
  isSigned: z.boolean(),
  /** The report from before the program that says so. */
  earlierSource: z.string().optional(),
})
export type Compared = z.output<typeof Compared>

/** A figure beside its plan, the year so far, and the periods it is compared with. */
export const ComparedFigure = Value.extend({
  previous: Compared,
  samePeriodLastYear: Compared,
  /** From the first day of the year to the end of the period; null of one signed before that was kept. */
  yearToDate: Stated.nullable(),
  /** Beside its target; of a signed period, as it was when it was signed. */
  progress: Progress.nullable(),
})
export type ComparedFigure = z.output<typeof ComparedFigure>
