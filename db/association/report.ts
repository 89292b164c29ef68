import { sql } from 'kysely'
import type { ReportFigures, ReportTexts } from '../../shared/association/contract.ts'
import { paidShare } from '../../shared/association/rules.ts'
import type { Reader } from '../connection.ts'
import type { CommandsOf, QueriesOf } from '../context.ts'
import { readAssessments } from './friendly.ts'

const blank: ReportTexts = { results: '', tasks: '', proposals: '' }

export const reportQueries: Pick<QueriesOf<'association'>, 'report'> = {
  report: async ({ year }, { db }) => ({
    year,
    ...(await readTexts(db, year)),
    figures: await reportFigures(db, year),
  }),
}

export const reportCommands: Pick<CommandsOf<'association'>, 'setReportTexts'> = {
  async setReportTexts({ year, rev, ...texts }, { db, fail }) {
    const known = await readTexts(db, year)
    if (known.rev !== rev) fail('stale', { rev: known.rev })
    const next = (known.rev ?? 0) + 1
    await db
      .insertInto('associationReport')
      .values({ ...texts, year, rev: next })
      .onConflict((on) => on.column('year').doUpdateSet({ ...texts, rev: next }))
      .execute()
    return { ...texts, year, rev: next }
  },
}

export async function readTexts(
  db: Reader,
  year: number,
): Promise<{ rev: number | null; texts: ReportTexts }> {
  const row = await db
    .selectFrom('associationReport')
    .select(['rev', 'results', 'tasks', 'proposals'])
    .where('year', '=', year)
    .executeTakeFirst()
  if (!row) return { rev: null, texts: blank }
  const { rev, ...texts } = row
  return { rev, texts }
}

/** What the year came to, by its last day. */
export async function reportFigures(db: Reader, year: number): Promise<ReportFigures> {
  const [from, to] = [`${year}-01-01`, `${year}-12-31`]
  const { rows } = await sql<Counts>`
    select
      (select count(*) from branch where foundedOn <= ${to} and (closedOn is null or closedOn > ${to})) as branches,
      (select count(*) from branch where foundedOn between ${from} and ${to}) as branchesFounded,
      (select count(*) from member where admittedOn <= ${to} and (leftOn is null or leftOn > ${to})) as members,
      (select count(*) from member where admittedOn between ${from} and ${to}) as admitted,
      (select count(*) from member where leftOn between ${from} and ${to}) as "left",
      (select ifnull(sum(amountMinor), 0) from duesEntry where year = ${year} and kind = 'charge') as owedMinor,
      (select ifnull(sum(amountMinor), 0) from duesEntry where year = ${year} and kind = 'payment') as paidMinor,
      (select count(distinct activity.id) from activity join activitySession as session on session.activityId = activity.id
        where typeCode in ('E27', 'E28', 'E30') and removedOn is null and session.state = 'held'
          and session."on" between ${from} and ${to}) as activities`.execute(db)
  const counts = rows[0] ?? noCounts
  const income = await incomeByKind(db, from, to)
  const incomeMinor = income.reduce((sum, { amountMinor }) => sum + amountMinor, 0)
  return {
    ...counts,
    paidShare: paidShare(counts),
    income,
    incomeMinor,
    takenInMinor: counts.paidMinor + incomeMinor,
    awards: await awardsByKind(db, from, to),
    ...(await friendlyOf(db, year)),
  }
}

type Counts = Pick<
  ReportFigures,
  'branches' | 'branchesFounded' | 'members' | 'admitted' | 'left' | 'owedMinor' | 'paidMinor' | 'activities'
>
const noCounts: Counts = {
  branches: 0,
  branchesFounded: 0,
  members: 0,
  admitted: 0,
  left: 0,
  owedMinor: 0,
  paidMinor: 0,
  activities: 0,
}

async function incomeByKind(db: Reader, from: string, to: string): Promise<ReportFigures['income']> {
  const { rows } = await sql<ReportFigures['income'][number]>`
    select kind, sum(amountMinor) as amountMinor from otherIncome where "on" between ${from} and ${to}
    group by kind having sum(amountMinor) != 0 order by kind`.execute(db)
  return rows
}

async function awardsByKind(db: Reader, from: string, to: string): Promise<ReportFigures['awards']> {
  const { rows } = await sql<ReportFigures['awards'][number]>`
    select kind, count(*) filter (where receivedBy = 'person') as persons,
      count(*) filter (where receivedBy = 'unit') as units
    from award where decidedOn between ${from} and ${to} group by kind order by kind`.execute(db)
  return rows
}

async function friendlyOf(db: Reader, year: number) {
  const all = await readAssessments(db)
  const own = all.find((each) => each.year === year)
  const before = all.find((each) => each.year < year)
  return {
    friendly: own ? { total: own.total, most: own.most } : null,
    friendlyBefore: before ? { year: before.year, total: before.total, most: before.most } : null,
  }
}
