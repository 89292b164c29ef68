import * as z from 'zod'
import { isoDate } from '../../shared/fields.ts'
import { periodKinds, TargetFields, type Target } from '../../shared/plans/contract.ts'
import { quarterPeriod } from '../../shared/periods.ts'
import { periodKindOf } from '../../shared/plans/rules.ts'

const { period: _, ...fields } = TargetFields.shape
const year = z.int().min(1990).max(2100)

/** A period is filled in as its parts, of which the kind says which are needed. */
export const TargetForm = z
  .object({
    ...fields,
    periodKind: z.enum(periodKinds),
    year: year.nullable(),
    quarter: z.enum(['1', '2', '3', '4']),
    byOn: isoDate.nullable(),
  })
  .transform(({ periodKind, year: ofYear, quarter, byOn, ...target }, context): TargetFields => {
    const missing = (path: string) => {
      context.addIssue({ code: 'custom', message: 'required', path: [path] })
      return z.NEVER
    }
    switch (periodKind) {
      case 'year':
        return ofYear === null ? missing('year') : { ...target, period: String(ofYear) }
      case 'quarter':
        if (ofYear === null) return missing('year')
        return { ...target, period: quarterPeriod({ year: ofYear, quarter: Number(quarter) }) }
      case 'date':
        return byOn === null ? missing('byOn') : { ...target, period: byOn }
    }
  })

type Start = Omit<Target, 'id' | 'rev'>

export function formOf({ period, ...target }: Start): Readonly<Record<string, unknown>> {
  const periodKind = periodKindOf(period)
  return {
    ...target,
    periodKind,
    year: Number(period.slice(0, 4)),
    quarter: periodKind === 'quarter' ? period.slice(6) : '1',
    byOn: periodKind === 'date' ? period : null,
  }
}
