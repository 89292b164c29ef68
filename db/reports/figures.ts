import type { Progress, Value } from '../../shared/indicators/contract.ts'
import { mainCodeOf } from '../../shared/indicators/formulas.ts'
import {
  namedPeriod,
  previousPeriod,
  samePeriodLastYear as ofLastYear,
  yearToDate,
} from '../../shared/periods.ts'
import type { Compared, Period, Stated } from '../../shared/reports/contract.ts'
import type { Reader } from '../connection.ts'
import {
  computeValues,
  earlierValues,
  frozenComparisons,
  frozenValues,
  officialValues,
  progressOf,
  signedPeriod,
} from '../indicators/index.ts'
import { journalHead } from '../journal/index.ts'
import type { Remember } from '../memory.ts'
import type { Span } from '../measures.ts'

type Comparison = {
  previous: Compared
  samePeriodLastYear: Compared
  yearToDate: Stated | null
  progress: Progress | null
}
type Later = 'progress' | 'yearToDate'
/** One that was signed before targets and the year so far were kept has none. */
type Frozen = Omit<Comparison, Later> & Partial<Pick<Comparison, Later>>
export type Figures = Awaited<ReturnType<typeof comparedFigures>>
type Compute = (span: Span) => Promise<Value[]>
/** Targets are asked for as of the day. */
type Asked = { day: string; compute?: Compute | undefined }

/** A signed period shows what was signed, and what it was compared with then; any other shows what counts now. */
export async function comparedFigures(
  db: Reader,
  period: Pick<Period, 'id' | 'state' | 'period' | 'from' | 'to'>,
  { day, compute = countNow(db) }: Asked,
) {
  const isSigned = period.state === 'signed'
  const figures = isSigned
    ? await frozenValues(db, period.id)
    : await compute({ from: period.from, to: period.to })
  const frozen: ReadonlyMap<string, Frozen> = isSigned
    ? await frozenComparisons<Frozen>(db, period.id)
    : new Map()
  const isWhole = figures.every(({ code }) => frozen.has(code))
  const comparisonOf = isWhole
    ? (code: string): Frozen | undefined => frozen.get(code)
    : await comparisons(db, period, { day, values: figures, compute })
  return figures.map((figure) => ({
    ...figure,
    previous: comparisonOf(figure.code)?.previous ?? unknown,
    samePeriodLastYear: comparisonOf(figure.code)?.samePeriodLastYear ?? unknown,
    // What was set or counted after the signing is no part of what was signed.
    yearToDate: (isSigned ? frozen.get(figure.code) : comparisonOf(figure.code))?.yearToDate ?? null,
    progress: (isSigned ? frozen.get(figure.code) : comparisonOf(figure.code))?.progress ?? null,
  }))
}

const unknown: Compared = { status: 'not_collected', value: null, isSigned: false }

/** Counting is dear and its answer the same until something is recorded. */
export async function rememberedCount(db: Reader, remembered: Remember): Promise<Compute> {
  // Its hash, not its place: two histories reach the same place.
  const { hash } = await journalHead(db)
  return ({ from, to }) =>
    remembered(`reports.figures ${hash} ${from} ${to}`, () => countNow(db)({ from, to }))
}

function countNow(db: Reader): Compute {
  return (span) => computeValues(db, span)
}

/** What each figure of a period is compared with, by its code: other periods, and its target as of the day. */
export async function comparisons(
  db: Reader,
  { period }: Pick<Period, 'period'>,
  { day, values, compute = countNow(db) }: Asked & { values: readonly Value[] },
): Promise<(code: string) => Comparison> {
  const previous = await valuesOf(db, previousPeriod(period), compute)
  const samePeriodLastYear = await valuesOf(db, ofLastYear(period), compute)
  const { from, to } = yearToDate(period)
  // Stocks are what they are at its end, and shares are computed anew from what they are shares of.
  const toDate = namedPeriod(period).from === from ? values : await compute({ from, to })
  const progress = await progressOf(db, { period, values, toDate, day })
  const byCode = new Map(toDate.map(({ code, status, value }) => [code, { status, value }]))
  return (code) => ({
    previous: previous(code),
    samePeriodLastYear: samePeriodLastYear(code),
    yearToDate: byCode.get(code) ?? null,
    progress: progress.get(code) ?? null,
  })
}

/** As it was signed; where nobody signed the period, as it counts now, which is said of each figure. */
async function valuesOf(db: Reader, period: string, compute: Compute): Promise<(code: string) => Compared> {
  const signed = await signedPeriod(db, period)
  const { from, to } = namedPeriod(period)
  const isBefore = !signed && to < ((await firstDay(db)) ?? to)
  // Before the first thing the library recorded a count would say 0 of what nobody has written down.
  const values = signed ? await officialValues(db, signed.id) : isBefore ? [] : await compute({ from, to })
  const byCode = new Map(values.map((value) => [value.code, value]))
  const earlier = signed ? new Map<string, never>() : await earlierValues(db, { from, to })
  return (code) => {
    const reported = earlier.get(mainCodeOf(code))
    if (reported)
      return {
        status: reported.status,
        value: reported.value,
        isSigned: false,
        earlierSource: reported.source,
      }
    const value = byCode.get(code)
    return value
      ? {
          status: value.status,
          value: value.value,
          isSigned: signed !== undefined,
          ...(value.givenReason !== undefined && { givenReason: value.givenReason }),
        }
      : { ...unknown, isSigned: signed !== undefined }
  }
}

/** The first day of which this file knows anything of the stock; null while it is empty. */
async function firstDay(db: Reader): Promise<string | null> {
  const days = [
    db.selectFrom('copy').select((is) => is.fn.min<string | null>('accessionedOn').as('on')),
    db.selectFrom('title').select((is) => is.fn.min<string | null>('addedOn').as('on')),
    db.selectFrom('openingBalance').select((is) => is.fn.min<string | null>('asOf').as('on')),
  ]
  const found = await Promise.all(days.map((query) => query.executeTakeFirstOrThrow()))
  return found.flatMap(({ on }) => (on === null ? [] : [on])).toSorted()[0] ?? null
}
