import { previousQuarter, type Quarter } from '../../shared/dates.ts'
import type { Value } from '../../shared/indicators/contract.ts'
import type { Period } from '../../shared/reports/contract.ts'
import type { Reader } from '../connection.ts'
import type { QueriesOf } from '../context.ts'
import { computeAll, figuresAreIntact, frozenValues } from '../indicators/index.ts'
import { readPeriod, selectPeriods, shownPeriod } from './periods.ts'

export const queries: QueriesOf<'reports'> = {
  async periods(_, { db }) {
    const rows = await selectPeriods(db).orderBy('year', 'desc').orderBy('quarter', 'desc').execute()
    return rows.map(shownPeriod)
  },

  async period({ id }, { db, fail, today }) {
    const period = (await readPeriod(db, id)) ?? fail('period_not_found', { id })
    const frozen = await db
      .selectFrom('period')
      .select(['position', 'journalHash', 'figuresHash'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    const { position, journalHash: hash, figuresHash } = frozen
    return {
      ...period,
      figures: await comparedFigures(db, period),
      problems: await problemsOf(db, period, today),
      journalHead: position && hash ? { position, hash } : null,
      figuresHash,
    }
  },
}

/** A signed period shows what was signed; any other shows what counts now. */
export async function figuresOf(db: Reader, period: Period): Promise<Value[]> {
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

type Problem = 'period_not_ended' | 'job_running' | 'profile_incomplete' | 'figures_altered'

async function problemsOf(db: Reader, period: Period, today: string): Promise<Problem[]> {
  if (period.state === 'signed') return (await figuresAreIntact(db, period.id)) ? [] : ['figures_altered']
  const problems: Problem[] = []
  if (today <= period.to) problems.push('period_not_ended')
  if (await db.selectFrom('job').select('id').where('state', '=', 'running').executeTakeFirst()) {
    problems.push('job_running')
  }
  const library = await db
    .selectFrom('library')
    .select(['code', 'governingBody', 'placeName', 'signerName'])
    .executeTakeFirst()
  if (!library || Object.values(library).includes('')) problems.push('profile_incomplete')
  return problems
}
