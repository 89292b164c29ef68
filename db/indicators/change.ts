import { effectsOfParts, rowsChanged, toHundredths, type RowChange } from '../../shared/indicators/change.ts'
import type { againsts, Cause, unsplits } from '../../shared/indicators/contract.ts'
import { currentFormula, type Counts, type Indicator } from '../../shared/indicators/formulas.ts'
import { namedPeriod, previousPeriod, samePeriodLastYear } from '../../shared/periods.ts'
import type { Reader } from '../connection.ts'
import type { QueriesOf } from '../context.ts'
import { offsetCursor, readCursor } from '../cursor.ts'
import { journalHead } from '../journal/index.ts'
import type { Remember } from '../memory.ts'
import { computeAs, weighed, type Computed } from './compute.ts'
import { earlierFor } from './earlier-reading.ts'
import { findIndicatorIn } from './own-reading.ts'
import { figureOf, labelled } from './rows.ts'

type Asked = { indicator: Indicator; period: string; against: (typeof againsts)[number] }
type Side = Pick<Computed, 'status' | 'value'> & { period: string; isSigned: boolean }
type Split = {
  before: Side
  now: Side
  total: number | null
  unsplit: (typeof unsplits)[number] | null
  causes: Cause[]
  rows: ReadonlyMap<string, RowChange>
}

export const changeQueries: Pick<QueriesOf<'indicators'>, 'change' | 'changeRows'> = {
  async change({ code, period, against }, { db, fail, remembered }) {
    const indicator = (await findIndicatorIn(db, code)) ?? fail('unknown_indicator', { code })
    const asked = { indicator, period, against }
    const { rows: _, ...change } = await rememberedSplit(db, remembered, asked)
    return change
  },

  async changeRows({ code, period, against, measure, which, cursor, limit }, context) {
    const { db, fail, remembered } = context
    const indicator = (await findIndicatorIn(db, code)) ?? fail('unknown_indicator', { code })
    const from = readCursor(cursor, offsetCursor, fail) ?? 0
    const split = await rememberedSplit(db, remembered, { indicator, period, against })
    const part = split.causes.flatMap((cause) =>
      cause.kind === 'part' && cause.measure === measure ? [cause.measure] : [],
    )[0]
    const ids = split.rows.get(measure)?.[which] ?? []
    const shown = ids.slice(from, from + limit)
    const name = indicator.formulas.flatMap(({ measures }) => measures).find((each) => each === part)
    return {
      rows: name === undefined ? [] : await labelled(db, { measure: name, ids: shown }),
      next: from + limit < ids.length ? String(from + limit) : null,
      rowCount: ids.length,
    }
  },
}

/** Two periods are counted for it, and the answer is the same until something is recorded. */
async function rememberedSplit(db: Reader, remembered: Remember, asked: Asked): Promise<Split> {
  const { position } = await journalHead(db)
  const key = `indicators.change ${position} ${asked.indicator.code} ${asked.period} ${asked.against}`
  return remembered(key, () => split(db, asked))
}

async function split(db: Reader, { indicator, period, against }: Asked): Promise<Split> {
  const other = against === 'previous' ? previousPeriod(period) : samePeriodLastYear(period)
  const now = await figureOf(db, indicator, period)
  const before = await figureOf(db, indicator, other)
  const earlier = before.isFrozen ? null : await earlierFor(db, indicator.code, namedPeriod(other))
  const sides = {
    before: sideOf(other, earlier ?? before.figure, before.isFrozen),
    now: sideOf(period, now.figure, now.isFrozen),
  }
  const total = differenceOf(sides.before.value, sides.now.value)
  const unsplit = earlier ? 'reported' : whyNot(before.figure, now.figure)
  if (total === null || unsplit !== null)
    return {
      ...sides,
      total,
      unsplit: total === null ? 'no_number' : unsplit,
      causes: [],
      rows: new Map(),
    }
  const recounted = await recount(db, { indicator, period: other, before, now: now.figure })
  const parts = partsOf(indicator, recounted.base, now.figure)
  return {
    ...sides,
    total,
    unsplit: null,
    causes: [...recounted.causes, ...parts.causes],
    rows: parts.rows,
  }
}

function sideOf(period: string, { status, value }: Pick<Side, 'status' | 'value'>, isSigned: boolean): Side {
  return { period, status, value, isSigned }
}

function differenceOf(before: number | null, now: number | null): number | null {
  return before === null || now === null ? null : toHundredths(now - before)
}

function whyNot(...figures: readonly Computed[]): Split['unsplit'] {
  if (figures.some(({ givenReason }) => givenReason !== undefined)) return 'given'
  return figures.some(({ value }) => value === null) ? 'no_number' : null
}

type Given = {
  indicator: Indicator
  period: string
  before: { figure: Computed; isFrozen: boolean }
  now: Computed
}

/** The earlier figure as it counts today and by today’s formula, with what that alone changed. */
async function recount(db: Reader, { indicator, period, before, now }: Given) {
  const causes: Cause[] = []
  let base = before.figure
  const by = async (version: number) => {
    const versions = new Map([[indicator.code, version]])
    return (await computeAs(db, namedPeriod(period), versions))[0] ?? base
  }
  if (before.isFrozen) {
    const anew = await by(base.version)
    const effect = differenceOf(base.value, anew.value)
    if (effect !== 0) causes.push({ kind: 'after_signing', effect })
    base = anew
  }
  if (base.version !== now.version) {
    const anew = await by(now.version)
    causes.push({ kind: 'definition', effect: differenceOf(base.value, anew.value) })
    base = anew
  }
  return { base, causes }
}

function partsOf(indicator: Indicator, before: Computed, now: Computed) {
  const formula =
    indicator.formulas.find(({ version }) => version === now.version) ?? currentFormula(indicator)
  const idsOf = ({ rows }: Computed, measure: string) =>
    rows.find((row) => row.measure === measure)?.ids ?? []
  const rows = new Map<string, RowChange>()
  const causes = effectsOfParts(formula, countsOf(before), countsOf(now)).map((part): Cause => {
    const change = rowsChanged(idsOf(before, part.measure), idsOf(now, part.measure))
    rows.set(part.measure, change)
    const { came, went, stayed } = change
    return { kind: 'part', ...part, came: came.length, went: went.length, stayed }
  })
  return { causes, rows }
}

function countsOf({ rows }: Computed): Counts {
  return Object.fromEntries(rows.map((row) => [row.measure, weighed(row)])) as Counts
}
