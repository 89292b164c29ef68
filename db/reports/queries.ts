import type { OutputOf } from '../../shared/contract.ts'
import type { SpecOf } from '../../shared/contracts.ts'
import type { Period } from '../../shared/reports/contract.ts'
import type { Reader } from '../connection.ts'
import type { QueriesOf } from '../context.ts'
import { figuresAreIntact, restatedAreIntact } from '../indicators/index.ts'
import { annexQueries } from './annex-list.ts'
import { clockSetBack } from './clock.ts'
import { askedDoubts } from './doubts.ts'
import { comparedFigures, rememberedCount } from './figures.ts'
import { narrativeQueries } from './narrative.ts'
import { paperIsIntact, sheetOf } from './paper.ts'
import { restatementQueries } from './restatements.ts'
import { readPeriod, selectPeriods, shownPeriod, unsignedBefore } from './periods.ts'
import { registrationsOf } from './registrations.ts'
import { standingQueries } from './standing.ts'
import { unitQueries } from './units/consolidation.ts'
import { runThatChanges } from './signer.ts'

export const queries: QueriesOf<'reports'> = {
  ...annexQueries,
  ...narrativeQueries,
  ...restatementQueries,
  ...standingQueries,
  ...unitQueries,

  async periods(_, { db }) {
    const rows = await selectPeriods(db).orderBy('toOn', 'desc').orderBy('fromOn', 'desc').execute()
    return rows.map(shownPeriod)
  },

  async period({ id }, { db, fail, actor, remembered, today, now }) {
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
      unsignedBefore: await unsignedBefore(db, period),
      problems: await problemsOf(db, period, { today, now }),
      registrations: await registrationsOf(db, id),
      journalHead: position && hash ? { position, hash } : null,
      figuresHash,
      sheet: await sheetOf(db, period),
    }
  },
}

type Problem = OutputOf<SpecOf<'reports.period'>>['problems'][number]

async function problemsOf(
  db: Reader,
  period: Period,
  { today, now }: { today: string; now: string },
): Promise<Problem[]> {
  if (period.state === 'signed') return (await isIntact(db, period.id)) ? [] : ['figures_altered']
  const problems: Problem[] = []
  if (today <= period.to) problems.push('period_not_ended')
  if (await runThatChanges(db)) problems.push('job_running')
  const library = await db
    .selectFrom('library')
    .select(['code', 'governingBody', 'placeName', 'signerName'])
    .executeTakeFirst()
  if (!library || Object.values(library).includes('')) problems.push('profile_incomplete')
  if ((await clockSetBack(db, now)) !== null) problems.push('clock_set_back')
  return problems
}

/** Reports are signed in order, so that each stands beside what was signed before it. */

async function isIntact(db: Reader, id: number): Promise<boolean> {
  return (
    (await figuresAreIntact(db, id)) && (await restatedAreIntact(db, id)) && (await paperIsIntact(db, id))
  )
}
