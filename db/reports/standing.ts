import { namedPeriod } from '../../shared/periods.ts'
import type { QueriesOf } from '../context.ts'
import { comparedFigures, rememberedCount } from './figures.ts'
import { selectPeriods, shownPeriod } from './periods.ts'

export const standingQueries: Pick<QueriesOf<'reports'>, 'standing'> = {
  async standing({ period }, { db, remembered, today }) {
    const row = await selectPeriods(db).where('period.period', '=', period).executeTakeFirst()
    const report = row ? shownPeriod(row) : null
    const { from, to } = namedPeriod(period)
    const asked = report ?? { id: 0, state: 'open' as const, period, from, to }
    const compute = await rememberedCount(db, remembered)
    return {
      period,
      on: today < to ? today : to,
      report: report && { id: report.id, state: report.state, handedOverAt: report.handedOverAt },
      figures: await comparedFigures(db, asked, { day: today, compute }),
    }
  },
}
