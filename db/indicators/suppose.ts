import { sql, type RawBuilder } from 'kysely'
import type { MeasureName } from '../../shared/indicators/formulas.ts'
import { formulaOn } from '../../shared/indicators/formulas.ts'
import { supposedFigure } from '../../shared/indicators/suppose.ts'
import { pendingReasons, type PendingReason } from '../../shared/indicators/suppose-contract.ts'
import { namedPeriod } from '../../shared/periods.ts'
import type { Reader } from '../connection.ts'
import type { QueriesOf } from '../context.ts'
import { journalHead } from '../journal/index.ts'
import type { Span } from '../measures.ts'
import { computeAll, isMeasure, measures, weighed, type Computed } from './compute.ts'
import { rules } from './left-out/find.ts'
import { allIndicators } from './own-reading.ts'

type Pending = { measure: MeasureName; reason: PendingReason; choice: string; ids: number[]; weight: number }
type Held = { figures: Computed[]; pending: Pending[] }

export const supposeQueries: Pick<QueriesOf<'indicators'>, 'suppose'> = {
  async suppose({ period, choices, values }, { db, fail, remembered }) {
    const unknown = values.find(({ measure }) => !isMeasure(measure))
    if (unknown) fail('unknown_measure', { measure: unknown.measure })
    const { from, to } = namedPeriod(period)
    const { hash } = await journalHead(db)
    const held = await remembered(`indicators.suppose ${hash} ${from} ${to}`, () => heldOf(db, { from, to }))
    const chosen = held.pending.filter(({ choice }) => choices.includes(choice))
    const added = new Map<string, number>()
    for (const { measure, weight } of chosen) added.set(measure, (added.get(measure) ?? 0) + weight)
    const supposed = { added, values: new Map(values.map(({ measure, value }) => [measure, value])) }
    const byCode = new Map((await allIndicators(db)).map((indicator) => [indicator.code, indicator]))
    return {
      pending: choicesOf(held.pending),
      figures: held.figures.flatMap(({ code, status, value, rows }) => {
        const indicator = byCode.get(code)
        const formula = indicator && formulaOn(indicator, to)
        const parts = rows.map((row) => ({
          measure: row.measure,
          value: weighed(row),
          isCollected: row.isCollected !== false,
        }))
        const after = formula ? supposedFigure(formula, parts, supposed) : null
        if (!after || (after.status === status && after.value === value)) return []
        return [{ code, before: { status, value }, after }]
      }),
    }
  },
}

async function heldOf(db: Reader, span: Span): Promise<Held> {
  const figures = await computeAll(db, span)
  const counted = new Map(figures.flatMap(({ rows }) => rows.map((row) => [row.measure, row] as const)))
  return { figures, pending: await pendingOf(db, span, counted) }
}

/** Pending records by the measure that would count them, less those that do. */
async function pendingOf(
  db: Reader,
  span: Span,
  counted: ReadonlyMap<string, { ids: readonly number[] }>,
): Promise<Pending[]> {
  const pending: Pending[] = []
  for (const [measure, found] of Object.entries(rules)) {
    if (!isMeasure(measure)) continue
    const known = new Set(counted.get(measure)?.ids)
    for (const { reason, find } of found) {
      if (!isPending(reason)) continue
      const ids = (await find(db, span)).filter((id) => !known.has(id))
      if (ids.length === 0) continue
      const weight = await weightOf(db, measure, { ids, to: span.to })
      pending.push({ measure, reason, choice: `${measure.split('.')[0]} ${reason}`, ids, weight })
    }
  }
  return pending
}

function isPending(reason: string): reason is PendingReason {
  return pendingReasons.some((each) => each === reason)
}

/** What the records would weigh: as far as they say it already, and nothing where they do not. */
const weights: readonly [RegExp, (to: string) => RawBuilder<number>][] = [
  [
    /^digitization\.pages/,
    (to) => sql<number>`ifnull((select counted.pages from digitizationEvent as counted
      where counted.jobId = wanted.value and counted.pages is not null and counted."on" <= ${to}
      order by counted.id desc limit 1), 0)`,
  ],
  [/^network\.documents/, () => sql<number>`(select documents from exchange where id = wanted.value)`],
  [
    /^activities\..*People$|^activities\.delegates$/,
    () => sql<number>`(select ifnull(attended, 0) from activitySession where id = wanted.value)`,
  ],
  [
    /^activities\.displayCopies$/,
    () => sql<number>`(select ifnull(copiesShown, 0) from activity where id = wanted.value)`,
  ],
  [
    /^activities\.bookDayGifts$/,
    () => sql<number>`(select ifnull(copiesGiven, 0) from activity where id = wanted.value)`,
  ],
  // What a session of the mobile library that was not held served is not known.
  [/^rotation\.session(Readers|Documents)$|^rotation\.points$/, () => sql<number>`0`],
]

async function weightOf(
  db: Reader,
  measure: MeasureName,
  { ids, to }: { ids: readonly number[]; to: string },
): Promise<number> {
  const weigh = weights.find(([pattern]) => pattern.test(measure))?.[1]
  if (!weigh) return ids.length
  const { rows } = await sql<{ weight: number | null }>`
    select sum(${weigh(to)}) as weight from json_each(${JSON.stringify(ids)}) as wanted`.execute(db)
  return rows[0]?.weight ?? 0
}

/** Each choice once, with all records it is about. */
function choicesOf(pending: readonly Pending[]) {
  return [...Map.groupBy(pending, ({ choice }) => choice)].flatMap(([choice, all]) => {
    const reason = all[0]?.reason
    if (!reason) return []
    const byTable = Map.groupBy(all, ({ measure }) => measures[measure].tableName)
    const counts = [...byTable].map(([tableName, parts]) => ({
      tableName,
      count: new Set(parts.flatMap(({ ids }) => ids)).size,
    }))
    return [{ choice, reason, counts }]
  })
}
