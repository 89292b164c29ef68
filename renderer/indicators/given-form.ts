import * as z from 'zod'
import { quarterBounds, quarterOf } from '../../shared/dates.ts'
import { namedPeriod } from '../../shared/periods.ts'
import { GivenFields, type GivenFigure } from '../../shared/indicators/contract.ts'

/** A quarter, or the year as a whole for what is only told once a year. */
export const spanChoices = ['1', '2', '3', '4', 'year'] as const
export type SpanChoice = (typeof spanChoices)[number]

export function spanOf(year: number, choice: SpanChoice): { fromOn: string; untilOn: string } {
  if (choice === 'year') return { fromOn: `${year}-01-01`, untilOn: `${year}-12-31` }
  const { from, to } = quarterBounds({ year, quarter: Number(choice) })
  return { fromOn: from, untilOn: to }
}

/** Null for a span that is no quarter and no year. */
export function choiceOf({ fromOn, untilOn }: { fromOn: string; untilOn: string }): SpanChoice | null {
  const year = Number(fromOn.slice(0, 4))
  return (
    spanChoices.find((choice) => {
      const span = spanOf(year, choice)
      return span.fromOn === fromOn && span.untilOn === untilOn
    }) ?? null
  )
}

const { fromOn: _, untilOn: __, ...fields } = GivenFields.shape

/** The period is filled in as its parts. */
export const GivenForm = z
  .object({ ...fields, year: z.int().min(1900).max(2200), span: z.enum(spanChoices) })
  .transform(({ year, span, ...given }): GivenFields => ({ ...given, ...spanOf(year, span) }))

export type GivenStart = { code: string; period: string }

export function formOf(given: GivenFigure | null, start: GivenStart): Readonly<Record<string, unknown>> {
  const { code, status, value, reason } = given ?? {
    code: start.code,
    status: 'known',
    value: null,
    reason: '',
  }
  const { year, quarter } = quarterOf(given?.fromOn ?? namedPeriod(start.period).from)
  const { from: fromOn, to: untilOn } = namedPeriod(start.period)
  const span = choiceOf(given ?? { fromOn, untilOn })
  return { code, status, value, reason, year, span: span ?? String(quarter) }
}
