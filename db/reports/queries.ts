import type { Period } from '../../shared/reports/contract.ts'
import type { Reader } from '../connection.ts'
import type { QueriesOf } from '../context.ts'
import { figuresAreIntact, restatedAreIntact } from '../indicators/index.ts'
import { askedDoubts } from './doubts.ts'
import { comparedFigures, rememberedCount } from './figures.ts'
import { paperIsIntact, sheetOf } from './paper.ts'
import { restatementQueries } from './restatements.ts'
import { runThatChanges } from './signer.ts'
import { readPeriod, selectPeriods, shownPeriod } from './periods.ts'

export const queries: QueriesOf<'reports'> = {
  ...restatementQueries,

  async periods(_, { db }) {
    const rows = await selectPeriods(db).orderBy('year', 'desc').orderBy('quarter', 'desc').execute()
    return rows.map(shownPeriod)
  },

  async period({ id }, { db, fail, actor, remembered, today }) {
    const period = (await readPeriod(db, id)) ?? fail('period_not_found', { id })
    const frozen = await db
      .selectFrom('period')
      .select(['position', 'journalHash', 'figuresHash', 'preparedById', 'checkedById'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    const { position, journalHash: hash, figuresHash, preparedById, checkedById } = frozen
    const userId = actor?.userId ?? null
    const compute = await rememberedCount(db, remembered)
    const figures = await comparedFigures(db, period, { day: today, compute })
    return {
      ...period,
      figures,
      doubts: await askedDoubts(db, period, figures),
      isAllMine: userId !== null && preparedById === userId && checkedById === userId,
      problems: await problemsOf(db, period, today),
      journalHead: position && hash ? { position, hash } : null,
      figuresHash,
      sheet: await sheetOf(db, period),
    }
  },
}

type Problem = 'period_not_ended' | 'job_running' | 'profile_incomplete' | 'figures_altered'

async function problemsOf(db: Reader, period: Period, today: string): Promise<Problem[]> {
  if (period.state === 'signed') return (await isIntact(db, period.id)) ? [] : ['figures_altered']
  const problems: Problem[] = []
  if (today <= period.to) problems.push('period_not_ended')
  if (await runThatChanges(db)) problems.push('job_running')
  const library = await db
    .selectFrom('library')
    .select(['code', 'governingBody', 'placeName', 'signerName'])
    .executeTakeFirst()
  if (!library || Object.values(library).includes('')) problems.push('profile_incomplete')
  return problems
}

async function isIntact(db: Reader, id: number): Promise<boolean> {
  return (
    (await figuresAreIntact(db, id)) && (await restatedAreIntact(db, id)) && (await paperIsIntact(db, id))
  )
}
