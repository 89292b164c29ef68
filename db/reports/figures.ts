import { previousQuarter, type Quarter } from '../../shared/dates.ts'
import type { Value } from '../../shared/indicators/contract.ts'
import type { Period } from '../../shared/reports/contract.ts'
import type { Reader } from '../connection.ts'
import { computeAll, frozenValues } from '../indicators/index.ts'

/** A signed period shows what was signed; any other shows what counts now. */
async function figuresOf(db: Reader, period: Period): Promise<Value[]> {
  if (period.state === 'signed') return frozenValues(db, period.id)
  const computed = await computeAll(db, { from: period.from, to: period.to })
  return computed.map(({ rows: _, parameters: __, ...value }) => value)
}

export async function comparedFigures(db: Reader, period: Period) {
  const figures = await figuresOf(db, period)
  const previous = await signedValues(db, previousQuarter(period))
  const lastYear = await signedValues(db, { year: period.year - 1, quarter: period.quarter })
  return figures.map((figure) => ({
    ...figure,
    previous: previous.get(figure.code) ?? null,
    samePeriodLastYear: lastYear.get(figure.code) ?? null,
  }))
}

/** Only signed figures are compared with: a provisional one would change under the reader's eyes. */
async function signedValues(db: Reader, { year, quarter }: Quarter): Promise<Map<string, number | null>> {
  const rows = await db
    .selectFrom('figure')
    .innerJoin('period', 'period.id', 'figure.periodId')
    .select(['figure.code', 'figure.value'])
    .where('period.year', '=', year)
    .where('period.quarter', '=', quarter)
    .where('period.state', '=', 'signed')
    .execute()
  return new Map(rows.map((row) => [row.code, row.value]))
}
