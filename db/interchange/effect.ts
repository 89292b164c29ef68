import { sql } from 'kysely'
import { quarterBounds, quarterOf } from '../../shared/dates.ts'
import { findIndicator } from '../../shared/indicators/formulas.ts'
import type { OutputOf } from '../../shared/contract.ts'
import type { SpecOf } from '../../shared/contracts.ts'
import type { Decision, Verdict } from '../../shared/interchange/contract.ts'
import { decisionOf } from '../../shared/interchange/rules.ts'
import { quarterPeriod } from '../../shared/periods.ts'
import type { Reader } from '../connection.ts'
import { compute } from '../indicators/index.ts'
import type { RunRow } from './runs.ts'

type Plan = OutputOf<SpecOf<'interchange.effect'>>['plan']
type Group = { verdict: Verdict; decision: Decision | null; lines: number; copies: number }

/** What of the open quarter's figures a staged run would change: titles and copies held, and those that came in. */
export async function effectOf(
  db: Reader,
  run: RunRow,
  today: string,
): Promise<OutputOf<SpecOf<'interchange.effect'>>> {
  const groups = await db
    .selectFrom('importRecord')
    .select(['verdict', 'decision'])
    .select((is) => [is.fn.countAll<number>().as('lines'), is.fn.sum<number>('copies').as('copies')])
    .where('runId', '=', run.id)
    .groupBy(['verdict', 'decision'])
    .execute()
  const plan = planOf(groups, run)
  const { create: titles, copyCount: copies } = plan
  const quarter = quarterOf(today)
  const span = quarterBounds(quarter)
  const isInQuarter = !run.options.isOpening && run.options.effectiveOn >= span.from
  const changes = [
    { code: 'M2b.01', by: copies },
    { code: 'M2b.02', by: copies > 0 ? titles : 0 },
    { code: 'M2b.04b', by: isInQuarter ? copies : 0 },
  ]
  const figures = await Promise.all(
    changes.map(async ({ code, by }) => {
      const indicator = findIndicator(code)
      const before = indicator ? ((await compute(db, indicator, span)).value ?? 0) : 0
      return { code, before, after: before + by }
    }),
  )
  return { period: quarterPeriod(quarter), plan, figures, signed: await signedAfter(db, run) }
}

/** What would become of the lines of a run, and how many copies would come with them. */
function planOf(groups: readonly Group[], { options, counts }: RunRow): Plan {
  const plan: Plan = { create: 0, overlay: 0, copies: 0, skip: 0, copyCount: 0, decided: 0 }
  for (const group of groups) {
    const decision = decisionOf(group, options)
    plan[decision] += group.lines
    if (decision !== 'skip') plan.copyCount += group.copies
    if (group.decision !== null) plan.decided += group.lines
  }
  const { copiesTaken = 0 } = JSON.parse(counts) as { copiesTaken?: number }
  return { ...plan, copyCount: Math.max(0, plan.copyCount - copiesTaken) }
}

/** Periods already signed whose figures would be marked: what comes in counts from a day within or before them. */
async function signedAfter(db: Reader, { options }: RunRow) {
  const { rows } = await sql<{ period: string }>`
    select period from period where state = 'signed' and toOn >= ${options.effectiveOn}
    order by fromOn desc, toOn desc`.execute(db)
  return rows.map(({ period }) => period)
}
