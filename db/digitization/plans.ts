import type { Plan } from '../../shared/digitization/contract.ts'
import type { Reader } from '../connection.ts'
import type { CommandsOf, QueriesOf } from '../context.ts'
import { journalHead } from '../journal/index.ts'
import { carriedSums, d206On } from './carried.ts'
import { readProjects } from './projects.ts'

export const planQueries: Pick<QueriesOf<'digitization'>, 'plan'> = {
  async plan({ year, asOf }, { db, today, remembered }) {
    const day = asOf ?? today
    const { position } = await journalHead(db)
    return remembered(`digitization.plan ${year} ${day} ${position}`, () => planOf(db, year, day))
  },
}

export const planCommands: Pick<CommandsOf<'digitization'>, 'savePlan'> = {
  async savePlan({ year, rev, ...fields }, { db, fail, today }) {
    const known = await db
      .selectFrom('digitizationPlan')
      .select(['id', 'rev'])
      .where('year', '=', year)
      .executeTakeFirst()
    if ((known?.rev ?? 0) !== rev) fail('stale', { year, rev: known?.rev ?? 0 })
    if (known)
      await db
        .updateTable('digitizationPlan')
        .set({ ...fields, rev: rev + 1 })
        .where('id', '=', known.id)
        .execute()
    else
      await db
        .insertInto('digitizationPlan')
        .values({ ...fields, year })
        .execute()
    return planOf(db, year, today)
  },
}

async function planOf(db: Reader, year: number, asOf: string): Promise<Plan> {
  const plans = await db
    .selectFrom('digitizationPlan')
    .select(['year', 'rev', 'decisionNumber', 'approvedOn', 'note'])
    .orderBy('year', 'desc')
    .execute()
  const plan = plans.find((each) => each.year === year)
  const sums = await carriedSums(db, asOf)
  const projects = (await readProjects(db)).filter((project) => project.year === year)
  return {
    ...(plan ?? { year, rev: 0, decisionNumber: '', approvedOn: null, note: '' }),
    asOf,
    years: plans.map((each) => each.year),
    projects: projects.map((project) => ({
      ...project,
      actual: sums
        .filter(({ projectId }) => projectId === project.id)
        .map(({ projectId: _, ...actual }) => actual),
    })),
    d206: await d206On(db, asOf),
  }
}
