import type { Value } from '../../shared/indicators/contract.ts'
import {
  currentFormula,
  formulaOn,
  type Formula,
  type Indicator,
  natureOf,
  type MeasureName,
} from '../../shared/indicators/formulas.ts'
import { measures as activities } from '../activities/index.ts'
import { measures as association } from '../association/index.ts'
import { measures as catalogue } from '../catalogue/index.ts'
import type { Reader } from '../connection.ts'
import { measures as cooperation } from '../cooperation/index.ts'
import { measures as copies } from '../copies/index.ts'
import { measures as digitization } from '../digitization/index.ts'
import { measures as facilities } from '../facilities/index.ts'
import type { GivenForSpan } from '../../shared/indicators/given.ts'
import type { Found, Measure, Once, Span } from '../measures.ts'
import { measures as plans } from '../plans/index.ts'
import { measures as network } from '../network/index.ts'
import { measures as preservation } from '../preservation/index.ts'
import { measures as products } from '../products/index.ts'
import { measures as staff } from '../staff/index.ts'
import { measures as readers } from '../readers/index.ts'
import { measures as rotation } from '../rotation/index.ts'
import { measures as stock } from '../stock/index.ts'
import { measures as stocktake } from '../stocktake/index.ts'
import { givenMeasure, givenValues } from './given-measure.ts'
import { allIndicators } from './own-reading.ts'

/** Every module's measures; a name the formulas use and nobody measures does not compile. */
export const measures: Record<MeasureName, Measure> = {
  ...activities,
  ...association,
  ...catalogue,
  ...cooperation,
  ...copies,
  ...digitization,
  ...facilities,
  ...plans,
  ...network,
  ...preservation,
  ...products,
  ...staff,
  ...readers,
  ...rotation,
  ...stock,
  ...stocktake,
  'indicators.given': givenMeasure,
}

export function isMeasure(name: string): name is MeasureName {
  return Object.hasOwn(measures, name)
}

/** What a measure found: its rows, and what they weigh where that is not their number. */
export type Measured = Found & { measure: MeasureName }
export type Computed = Value & { parameters: Span; rows: Measured[] }

/** Several indicators rest on one measure, which is counted once. */
async function computeEach(
  db: Reader,
  span: Span,
  formulaOf: (indicator: Indicator) => Formula | undefined,
  { look, once }: { look: Look; once: Once } = { look: found, once: onceEach() },
): Promise<Computed[]> {
  const computed = []
  for (const indicator of await allIndicators(db)) {
    const formula = formulaOf(indicator)
    if (formula) computed.push(await computeWith({ db, once, look }, { indicator, formula }, span))
  }
  return computed
}

export function computeAll(db: Reader, span: Span, only?: ReadonlySet<string>): Promise<Computed[]> {
  return computeEach(db, span, (indicator) =>
    (only?.has(indicator.code) ?? true) ? formulaOn(indicator, span.to) : undefined,
  )
}

/** Some figures alone, and what was counted of the span already. */
type Only = { only?: ReadonlySet<string>; once?: Once }

/** The figures without the rows behind them: what has very many is counted where it lies. */
export async function computeValues(
  db: Reader,
  span: Span,
  { only, once = onceEach() }: Only = {},
): Promise<Value[]> {
  const computed = await computeEach(
    db,
    span,
    (indicator) => ((only?.has(indicator.code) ?? true) ? formulaOn(indicator, span.to) : undefined),
    { look: counted, once },
  )
  return computed.map(({ rows: _, parameters: __, ...value }) => value)
}

/** What counts now by the formulas of another day: signed figures are held against these. Unknown ones are left out. */
export function computeAs(
  db: Reader,
  span: Span,
  versions: ReadonlyMap<string, number>,
): Promise<Computed[]> {
  return computeEach(db, span, ({ code, formulas }) =>
    formulas.find(({ version }) => version === versions.get(code)),
  )
}

export function compute(db: Reader, indicator: Indicator, span: Span): Promise<Computed> {
  // Of a day when it was not told yet, or no longer, it counts as it would now.
  const formula = formulaOn(indicator, span.to) ?? currentFormula(indicator)
  return computeWith({ db, once: onceEach(), look: found }, { indicator, formula }, span)
}

type Look = (db: Reader, measure: MeasureName, span: Span, once: Once) => Promise<Found>

const found: Look = (db, measure, span, once) => measures[measure].find(db, span, once)

const counted: Look = async (db, measure, span, once) => {
  const { count, find } = measures[measure]
  return count ? { ids: [], weight: await count(db, span, once) } : find(db, span, once)
}

async function computeWith(
  { db, once, look }: { db: Reader; once: Once; look: Look },
  { indicator, formula }: { indicator: Indicator; formula: Formula },
  span: Span,
): Promise<Computed> {
  const rows: Measured[] = await Promise.all(
    formula.measures.map(async (measure) => ({
      measure,
      ...(await once(measure, () => look(db, measure, span, once))),
    })),
  )
  const counts = Object.fromEntries(rows.map((row) => [row.measure, weighed(row)])) as Record<
    MeasureName,
    number
  >
  const isCollected = !formula.isByHand && rows.every((row) => row.isCollected !== false)
  const value = isCollected ? formula.compute(counts) : null
  const status = !isCollected ? 'not_collected' : value === null ? 'zero_base' : 'known'
  const figure: Computed = {
    code: indicator.code,
    version: formula.version,
    status,
    value,
    parameters: span,
    rows,
  }
  if (hasRecords(figure)) return figure
  const given = (await once('figures given by hand', () => givenValues(db, span)))(
    indicator.code,
    natureOf(indicator),
  )
  return given ? asGiven(figure, given) : figure
}

/** What a measure counted: what its rows weigh, or how many they are. */
export function weighed({ ids, weight }: Pick<Measured, 'ids' | 'weight'>): number {
  return weight ?? ids.length
}

/** Where anything was recorded, the records tell the figure and nobody else. */
export function hasRecords({ status, rows }: Pick<Computed, 'status' | 'rows'>): boolean {
  return status !== 'not_collected' || rows.some(({ ids, weight = 0 }) => ids.length > 0 || weight > 0)
}

function asGiven(counted: Computed, { ids, reason, status, value }: GivenForSpan): Computed {
  const rows: Measured[] = [
    { measure: 'indicators.given', ...(value === null ? {} : { weight: value }), reason, ids },
  ]
  return { ...counted, status, value, givenReason: reason, rows }
}

export function onceEach(): Once {
  const known = new Map<string, Promise<unknown>>()
  return <Result>(name: string, work: () => Promise<Result>) => {
    const result = (known.get(name) as Promise<Result> | undefined) ?? work()
    known.set(name, result)
    return result
  }
}
