import { displayDate, isoDateAt } from '../../shared/dates.ts'
import { givenForSpan, type GivenForSpan } from '../../shared/indicators/given.ts'
import { mainCodeOf, type Nature } from '../../shared/indicators/formulas.ts'
import type { Reader } from '../connection.ts'
import type { Measure, Span } from '../measures.ts'

/** What people gave for a span, by the code of the figure. */
export async function givenValues(
  db: Reader,
  span: Span,
): Promise<(code: string, nature: Nature) => GivenForSpan | null> {
  const rows = await db
    .selectFrom('givenFigure')
    .select(['id', 'code', 'fromOn', 'untilOn', 'status', 'value', 'reason'])
    .where('removedOn', 'is', null)
    .where('untilOn', '>=', span.from)
    .where('untilOn', '<=', span.to)
    .execute()
  const byCode = Map.groupBy(rows, ({ code }) => code)
  return (code, nature) => givenForSpan(byCode.get(mainCodeOf(code)) ?? [], span, nature)
}

/** The entries themselves, as rows behind the figures that rest on them. */
export const givenMeasure: Measure = {
  tableName: 'givenFigure',
  async find(db, { from, to }) {
    const rows = await db
      .selectFrom('givenFigure')
      .select('id')
      .where('removedOn', 'is', null)
      .where('fromOn', '=', from)
      .where('untilOn', '=', to)
      .orderBy('id')
      .execute()
    return { ids: rows.map(({ id }) => id) }
  },
  async label(db, ids) {
    const rows = await db
      .selectFrom('givenFigure')
      .select(['id', 'reason', 'givenAt'])
      .where('id', 'in', ids)
      .execute()
    return rows.map(({ id, reason, givenAt }) => ({
      id,
      label: reason,
      detail: displayDate(isoDateAt(Date.parse(givenAt))),
    }))
  },
}
