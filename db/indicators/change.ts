import { toHundredths } from '../../shared/indicators/change.ts'
import type { againsts } from '../../shared/indicators/contract.ts'
import type { Indicator } from '../../shared/indicators/formulas.ts'
import { namedPeriod, previousPeriod, samePeriodLastYear } from '../../shared/periods.ts'
import type { Reader } from '../connection.ts'
import type { QueriesOf } from '../context.ts'
import { offsetCursor, readCursor } from '../cursor.ts'
import { journalHead } from '../journal/index.ts'
import type { Remember } from '../memory.ts'
import { causesOf, rowsKey, type Split } from './change-causes.ts'
import { isMeasure, type Computed } from './compute.ts'
import { earlierFor } from './earlier-reading.ts'
import { findIndicatorIn } from './own-reading.ts'
import { figureOf, labelled } from './rows.ts'

type Asked = { indicator: Indicator; period: string; against: (typeof againsts)[number] }
type Side = Pick<Computed, 'status' | 'value'> & { period: string; isSigned: boolean }
export type Change = { before: Side; now: Side; total: number | null } & Split

export const changeQueries: Pick<QueriesOf<'indicators'>, 'change' | 'changeRows'> = {
  async change({ code, period, against }, { db, fail, remembered }) {
    const indicator = (await findIndicatorIn(db, code)) ?? fail('unknown_indicator', { code })
    const { rows: _, ...change } = await rememberedChange(db, remembered, { indicator, period, against })
    return change
  },

  async changeRows({ code, period, against, kind, measure, which, cursor, limit }, context) {
    const { db, fail, remembered } = context
    const indicator = (await findIndicatorIn(db, code)) ?? fail('unknown_indicator', { code })
    const from = readCursor(cursor, offsetCursor, fail) ?? 0
    const { rows } = await rememberedChange(db, remembered, { indicator, period, against })
    const ids = rows.get(rowsKey(kind, measure))?.[which] ?? []
    const shown = ids.slice(from, from + limit)
    return {
      rows: isMeasure(measure) ? await labelled(db, { measure, ids: shown }) : [],
      next: from + limit < ids.length ? String(from + limit) : null,
      rowCount: ids.length,
    }
  },
}

/** Two periods are counted for it, and the answer is the same until something is recorded. */
async function rememberedChange(db: Reader, remembered: Remember, asked: Asked): Promise<Change> {
  // Its hash, not its place: two histories reach the same place.
  const { hash } = await journalHead(db)
  const key = `indicators.change ${hash} ${asked.indicator.code} ${asked.period} ${asked.against}`
  return remembered(key, () => changeOf(db, asked))
}

export async function changeOf(db: Reader, { indicator, period, against }: Asked): Promise<Change> {
  const other = against === 'previous' ? previousPeriod(period) : samePeriodLastYear(period)
  const now = await figureOf(db, indicator, period)
  const before = await figureOf(db, indicator, other)
  const earlier = before.isFrozen ? null : await earlierFor(db, indicator.code, namedPeriod(other))
  const sides = {
    before: sideOf(other, earlier ?? before.figure, before.isFrozen),
    now: sideOf(period, now.figure, now.isFrozen),
  }
  const total = differenceOf(sides.before.value, sides.now.value)
  const split = (causes: Split['causes']): Change => ({ ...sides, total, causes, rows: new Map() })
  if (total === null) return split([])
  if (earlier) return split([{ kind: 'reported', effect: total }])
  return { ...sides, total, ...(await causesOf(db, { indicator, otherPeriod: other, before, now })) }
}

function sideOf(period: string, { status, value }: Pick<Side, 'status' | 'value'>, isSigned: boolean): Side {
  return { period, status, value, isSigned }
}

function differenceOf(before: number | null, now: number | null): number | null {
  return before === null || now === null ? null : toHundredths(now - before)
}
