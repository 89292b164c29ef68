import * as z from 'zod'
import { isoDateAt } from '../../shared/dates.ts'
import {
  ownNatures,
  ownPrefix,
  OwnVersionFields,
  ownWays,
  type OwnFormula,
  type OwnIndicator,
  type Term,
} from '../../shared/indicators/contract.ts'

export const places = ['part', 'whole'] as const

const TermRow = z.object({
  place: z.enum(places),
  sign: z.enum(['plus', 'minus']),
  measure: z.string().min(1),
})
type TermRow = z.output<typeof TermRow>

const { formula: _, ...words } = OwnVersionFields.shape
const perUnit = z.number().positive().max(1e12).nullable()

/** A formula is typed as rows, of which the way of counting says which are needed. */
export const OwnForm = z
  .object({
    ...words,
    code: z.string().regex(/^(TV\.)?[0-9A-Za-z]{1,10}$/),
    nature: z.enum(ownNatures),
    way: z.enum(ownWays),
    perUnit,
    rows: z.array(TermRow),
  })
  .transform(({ way, rows, perUnit: unit, code, ...fields }, context) => {
    const formula = madeOf(way, rows, unit ?? 1)
    if (formula === null) {
      context.addIssue({ code: 'custom', message: 'required', path: ['way'] })
      return z.NEVER
    }
    return { ...fields, code: code.startsWith(ownPrefix) ? code : `${ownPrefix}${code}`, formula }
  })

function madeOf(way: OwnFormula['way'], rows: readonly TermRow[], unit: number): OwnFormula | null {
  const of = (place: TermRow['place']): Term[] =>
    rows.filter((row) => row.place === place).map(({ sign, measure }) => ({ sign, measure }))
  const [part, whole] = [of('part'), of('whole')]
  switch (way) {
    case 'by_hand':
      return { way }
    case 'sum':
      return part.length === 0 ? null : { way, terms: part, perUnit: unit }
    case 'quotient':
    case 'share':
      return part.length === 0 || whole.length === 0 ? null : { way, part, whole }
  }
}

/** A change begins from the newest version, and from today. */
export function formOf(own: OwnIndicator | null): Readonly<Record<string, unknown>> {
  const newest = own?.versions[0]
  const formula = newest?.formula ?? { way: 'sum', terms: [], perUnit: 1 }
  const row = (place: TermRow['place']) => (term: Term) => ({ ...term, place })
  const rows =
    formula.way === 'by_hand'
      ? []
      : formula.way === 'sum'
        ? formula.terms.map(row('part'))
        : [...formula.part.map(row('part')), ...formula.whole.map(row('whole'))]
  const { name, nameEn, unit, unitEn, source } = newest ?? {
    name: '',
    nameEn: '',
    unit: '',
    unitEn: '',
    source: '',
  }
  return {
    name,
    nameEn,
    unit,
    unitEn,
    source,
    code: own?.code.slice(ownPrefix.length) ?? '',
    nature: own?.nature ?? 'in_period',
    fromOn: own ? isoDateAt(Date.now()) : `${isoDateAt(Date.now()).slice(0, 4)}-01-01`,
    way: formula.way,
    perUnit: formula.way === 'sum' ? formula.perUnit : 1,
    rows,
  }
}
