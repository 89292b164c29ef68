import type { QueriesOf } from '../context.ts'
import { figuresOn } from './figures.ts'
import { growthOver } from './growth.ts'
import { openingOn, reportedFrom, sheetOf, sumOf } from './opening.ts'
import { lastMove } from './stand.ts'

export const queries: QueriesOf<'stock'> = {
  async figures({ asOf }, { db, remembered }) {
    return remembered(`stock.figures ${asOf} ${await lastMove(db)}`, () => figuresOn(db, asOf))
  },

  async growth({ from, to }, { db, fail, today, remembered }) {
    if (from > to) fail('years_wrong', { from, to })
    return remembered(`stock.growth ${from} ${to} ${today} ${await lastMove(db)}`, () =>
      growthOver(db, { from, to }, today),
    )
  },

  async opening(_, { db, today }) {
    const { asOf, version } = await sheetOf(db)
    const rows = await openingOn(db, today)
    return {
      asOf,
      version,
      rows,
      titles: sumOf(rows, ({ titles }) => titles),
      copies: sumOf(rows, ({ copies }) => copies),
      remaining: sumOf(rows, ({ remaining }) => remaining),
      reported: asOf === null ? null : await reportedFrom(db, asOf),
    }
  },
}
