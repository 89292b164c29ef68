import { withdrawalLimit } from '../copies/rules.ts'
import type { Value } from '../indicators/contract.ts'
import { quotient } from '../indicators/formulas.ts'

/** What about a figure is asked before a report is signed; its words are at `reports.doubts.*`. */
export const doubtRules = [
  'part_above_whole',
  'part_above_sum',
  'share_above_whole',
  'unlike_before',
  'fell_to_zero',
  'stock_unbalanced',
  'weeding_above_limit',
  'year_below_period',
  'blank_now',
  'target_withdrawn',
  'proof_missing',
] as const
export type DoubtRule = (typeof doubtRules)[number]

export type Doubt = {
  rule: DoubtRule
  /** The figure it is about. */
  code: string
  /** The numbers that gave rise to it: an explanation holds for these only. */
  details: Readonly<Record<string, string | number>>
}

/** An explanation of other numbers is none. */
export function isAnswered({ explanation }: { explanation: { isCurrent: boolean } | null }): boolean {
  return explanation?.isCurrent ?? false
}

type Compared = Pick<Value, 'status' | 'value'>
type Figure = Pick<Value, 'code' | 'status' | 'value'> & {
  previous: Compared
  samePeriodLastYear: Compared
  yearToDate: Compared | null
}

export type Told = {
  figures: readonly Figure[]
  /** What was signed of a figure in the periods before, newest first. */
  signedBefore: ReadonlyMap<string, readonly number[]>
  /** Whether the period before ends where this one begins: of nine months it does not. */
  adjoinsPrevious: boolean
  /** Activities of the period whose proof is still asked for, and the people counted at them. */
  unproved: { count: number; people: number }
  /** Figures of which a longer period says the sum of its parts. */
  addingUp: ReadonlySet<string>
  /** Targets of the period for what is no longer told. */
  withdrawnTargets: readonly { code: string; target: string }[]
  /** Figures in hundredths of something, which cannot be more than all of it. */
  shares: ReadonlySet<string>
}

const numbered = (code: string, count: number) => Array.from({ length: count }, (_, at) => `${code}${at + 1}`)

/** No part is more than its whole, and where the parts exclude one another not even their sum. */
const wholes: readonly { whole: string; parts: readonly string[]; isSum?: true }[] = [
  { whole: 'M2a.01', parts: numbered('M2a.01a', 7), isSum: true },
  { whole: 'M2a.09a', parts: ['M2a.09a1'] },
  { whole: 'M2b.04a', parts: numbered('M2b.04a', 6) },
  { whole: 'M2b.04b', parts: numbered('M2b.04b', 6), isSum: true },
  { whole: 'M2b.01', parts: ['M2b.02'] },
  { whole: 'M2b.04b', parts: ['M2b.04a'] },
  { whole: 'M2b.06', parts: ['M2b.09'] },
  { whole: 'M2b.08', parts: numbered('M2b.12b', 7) },
  { whole: 'M2b.11', parts: numbered('M2b.12a', 7) },
  { whole: 'M2c.10a', parts: ['M2c.10c'] },
  { whole: 'M2c.10b', parts: ['M2c.10a'] },
  { whole: 'M2d.01', parts: numbered('M2d.01a', 5), isSum: true },
  { whole: 'M2d.03a', parts: ['M2d.03b'] },
  { whole: 'M1.01', parts: numbered('M1.01a', 5) },
  { whole: 'HV.01b', parts: ['HV.02'] },
  { whole: 'g.5', parts: ['M2a.11', 'M2a.12'], isSum: true },
]

/** A part of what is told as two figures: of gifts from home and from abroad, those for technology. */
const sums: readonly { part: string; of: readonly string[] }[] = [{ part: 'M3.02', of: ['M3.01a', 'M3.01b'] }]
/** Each is rounded by itself to a hundredth, so together they may be this much less than their part. */
const roundedAway = 0.015

/** A figure that is so many times what is usual, or so many times less, is looked at once more… */
const unusualTimes = 3
/** …unless it is about so few that chance explains it. */
const leastDifference = 20
const fewestQuarters = 3

export function doubtsAbout(told: Told): Doubt[] {
  const known = new Map(
    told.figures.flatMap(({ code, status, value }) =>
      status === 'known' && value !== null ? [[code, value] as const] : [],
    ),
  )
  return [
    ...partsAboveWholes(known),
    ...partsAboveSums(known),
    ...[...told.shares].flatMap((code) => {
      const value = known.get(code) ?? 0
      return value > 100 ? [{ rule: 'share_above_whole', code, details: { value } } as const] : []
    }),
    ...told.figures.flatMap((figure) => unlikeBefore(figure, told.signedBefore.get(figure.code) ?? [])),
    ...(told.adjoinsPrevious ? stockUnbalanced(told.figures, known) : []),
    ...weedingAboveLimit(known),
    ...told.figures.flatMap((figure) => (told.addingUp.has(figure.code) ? yearBelowPeriod(figure) : [])),
    ...told.figures.flatMap(blankNow),
    ...told.withdrawnTargets.map(
      ({ code, target }) => ({ rule: 'target_withdrawn', code, details: { target } }) as const,
    ),
    ...(told.unproved.count > 0
      ? [{ rule: 'proof_missing', code: 'M2c.13a', details: told.unproved } as const]
      : []),
  ]
}

export function partsAboveWholes(known: ReadonlyMap<string, number>): Doubt[] {
  return wholes.flatMap(({ whole, parts, isSum }) => {
    const value = known.get(whole)
    if (value === undefined) return []
    const values = parts.flatMap((code) => known.get(code) ?? [])
    const most = isSum ? values.reduce((sum, each) => sum + each, 0) : Math.max(0, ...values)
    return most > value
      ? [{ rule: 'part_above_whole', code: whole, details: { value, parts: most } } as const]
      : []
  })
}

export function partsAboveSums(known: ReadonlyMap<string, number>): Doubt[] {
  return sums.flatMap(({ part, of }) => {
    const value = known.get(part)
    const values = of.flatMap((code) => known.get(code) ?? [])
    if (value === undefined || values.length < of.length) return []
    const whole = quotient(
      values.reduce((sum, each) => sum + each, 0),
      1,
    )
    return value - whole > roundedAway
      ? [{ rule: 'part_above_sum', code: part, details: { value, whole, of: of.join(' + ') } } as const]
      : []
  })
}

/** What the year has come to holds what each of its periods did. */
function yearBelowPeriod({ code, value, yearToDate }: Figure): Doubt[] {
  const ofYear = yearToDate?.value ?? null
  return value !== null && ofYear !== null && ofYear < value
    ? [{ rule: 'year_below_period', code, details: { value, year: ofYear } }]
    : []
}

/** Nobody holds a stocktake every quarter. */
const seldomTold = /^M2b\.19/

function blankNow({ code, status, previous }: Figure): Doubt[] {
  return status === 'not_collected' && previous.value !== null && !seldomTold.test(code)
    ? [{ rule: 'blank_now', code, details: { before: previous.value } }]
    : []
}

function unlikeBefore(figure: Figure, signed: readonly number[]): Doubt[] {
  const { code, status, value } = figure
  if (status !== 'known' || value === null) return []
  const compared = [figure.previous, figure.samePeriodLastYear]
  const beside = compared.flatMap((one) => (one.status === 'known' ? (one.value ?? []) : []))
  const usual = usualOf(value, signed, beside)
  // What was never there before has nothing to be like.
  if (!usual || Math.abs(value - usual) < leastDifference) return []
  if (value === 0) return [{ rule: 'fell_to_zero', code, details: { usual } }]
  const isUsual = value <= usual * unusualTimes && value * unusualTimes >= usual
  return isUsual ? [] : [{ rule: 'unlike_before', code, details: { value, usual } }]
}

/** The middle one of what was signed; with little of that, the nearer of the two quarters that stand beside it. */
function usualOf(value: number, signed: readonly number[], beside: readonly number[]): number | null {
  if (signed.length >= fewestQuarters)
    return signed.toSorted((a, b) => a - b)[Math.floor((signed.length - 1) / 2)] ?? null
  const distance = (other: number) => Math.abs(other - value)
  return beside.toSorted((a, b) => distance(a) - distance(b))[0] ?? null
}

/** What was there, came and went must add up to what is there: else somebody wrote into a quarter that is over. */
function stockUnbalanced(figures: readonly Figure[], known: ReadonlyMap<string, number>): Doubt[] {
  const stock = figures.find(({ code }) => code === 'M2b.01')
  const [value, came, went] = ['M2b.01', 'M2b.04b', 'M2b.05a'].map((code) => known.get(code))
  const before = stock?.previous.status === 'known' ? stock.previous.value : null
  if (
    value === undefined ||
    came === undefined ||
    went === undefined ||
    before === null ||
    before === undefined
  )
    return []
  const expected = before + came - went
  return expected === value
    ? []
    : [{ rule: 'stock_unbalanced', code: 'M2b.01', details: { value, expected, before, came, went } }]
}

function weedingAboveLimit(known: ReadonlyMap<string, number>): Doubt[] {
  const limit = withdrawalLimit * 100
  const value = known.get('M2b.05b') ?? 0
  return value > limit ? [{ rule: 'weeding_above_limit', code: 'M2b.05b', details: { value, limit } }] : []
}

/** Whether an explanation was given of just these numbers. */
export function isSameDoubt(a: Doubt['details'], b: Doubt['details']): boolean {
  const names = Object.keys(a)
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name])
}
