import { sql, type RawBuilder } from 'kysely'
import type { Progress } from '../../shared/digitization/contract.ts'
import { daysAfter, forecastOn, mondayOf, stageKinds } from '../../shared/digitization/rules.ts'
import type { Reader } from '../connection.ts'
import type { QueriesOf } from '../context.ts'
import { journalHead } from '../journal/index.ts'
import { carriedBy } from './carried.ts'
import { stoppageColumns } from './stoppages.ts'

const weeksShown = 13

export const progressQueries: Pick<QueriesOf<'digitization'>, 'progress'> = {
  async progress({ projectId, asOf }, { db, today, remembered }) {
    const day = asOf ?? today
    const { position } = await journalHead(db)
    const key = `digitization.progress ${projectId} ${day} ${position}`
    return remembered(key, () => progressOn(db, projectId, day))
  },
}

async function progressOn(db: Reader, projectId: number | null, day: string): Promise<Progress> {
  const from = daysAfter(mondayOf(day), -7 * (weeksShown - 1))
  const span = { from, to: day, projectId }
  const days = await carriedByDay(db, projectId, day)
  const carried = sumUpTo(days, day)
  const target = await targetOf(db, projectId)
  const before = sumUpTo(days, daysAfter(from, -1))
  return {
    asOf: day,
    standing: await standingOn(db, projectId, day),
    weeks: await weeksOf(db, span, days),
    operators: await byOperator(db, span),
    machines: await byMachine(db, span),
    stoppages: await stoppagesIn(db, span),
    target,
    carried,
    forecastOn: forecastOn({ left: target - carried, done: carried - before, from, asOf: day }),
  }
}

type Span = { from: string; to: string; projectId: number | null }
type Day = { on: string; titles: number }

/** Where each job was by the last of its events that moved it. */
async function standingOn(db: Reader, projectId: number | null, day: string): Promise<Progress['standing']> {
  const { rows } = await sql<Progress['standing'][number]>`
    with last as materialized (select max(id) as id from digitizationEvent
      where "on" <= ${day} and kind not in ('taken', 'handed_back', 'counted') group by jobId)
    select case when event.kind = 'cancelled' then 'cancelled'
        when event.kind = 'finished' and event.toStageId is null then 'done' else stage.kind end as place,
      count(*) as jobs
    from last join digitizationEvent as event on event.id = last.id
    join digitizationStage as stage on stage.id = ifnull(event.toStageId, event.stageId)
    ${ofProject(projectId)} group by 1`.execute(db)
  const order: readonly string[] = [...stageKinds, 'done', 'cancelled']
  return rows.toSorted((a, b) => order.indexOf(a.place) - order.indexOf(b.place))
}

function ofProject(projectId: number | null): RawBuilder<unknown> {
  return projectId === null
    ? sql``
    : sql`join digitizationJob as job on job.id = event.jobId and job.projectId = ${projectId}`
}

async function carriedByDay(db: Reader, projectId: number | null, day: string): Promise<Day[]> {
  const { rows } = await sql<Day>`with ${carriedBy(day)}
    select "on", count(*) as titles from carried
    where ofTitle = 1 ${projectId === null ? sql`` : sql`and projectId = ${projectId}`} group by "on"`.execute(
    db,
  )
  return rows
}

function sumUpTo(days: readonly Day[], day: string): number {
  return days.reduce((sum, { on, titles }) => (on <= day ? sum + titles : sum), 0)
}

async function targetOf(db: Reader, projectId: number | null): Promise<number> {
  const { titles } = await db
    .selectFrom('digitizationTarget')
    .select((is) => is.fn.sum<number | null>('titles').as('titles'))
    .$if(projectId !== null, (query) => query.where('projectId', '=', projectId))
    .executeTakeFirstOrThrow()
  return titles ?? 0
}

/** Scanning that was ended within the days and not taken back. */
export function scanned({ from, to }: Pick<Span, 'from' | 'to'>) {
  return sql`event.kind = 'finished' and event.stageKind = 'scan' and event."on" >= ${from} and event."on" <= ${to}
    and not exists (select 1 from digitizationEvent as undo where undo.ofEventId = event.id)`
}

const work = sql`count(distinct event.jobId) as jobs, ifnull(sum(event.pages), 0) as pages`

async function weeksOf(db: Reader, span: Span, days: readonly Day[]): Promise<Progress['weeks']> {
  const { rows } = await sql<{ week: number; jobs: number; pages: number }>`
    select cast((julianday(event."on") - julianday(${span.from})) / 7 as integer) as week, ${work}
    from digitizationEvent as event ${ofProject(span.projectId)} where ${scanned(span)} group by 1`.execute(
    db,
  )
  return Array.from({ length: weeksShown }, (_, week) => {
    const from = daysAfter(span.from, week * 7)
    const end = daysAfter(from, 6)
    const to = end < span.to ? end : span.to
    const found = rows.find((row) => row.week === week)
    return { from, to, jobs: found?.jobs ?? 0, pages: found?.pages ?? 0, carried: sumUpTo(days, to) }
  })
}

async function byOperator(db: Reader, span: Span): Promise<Progress['operators']> {
  const { rows } = await sql<Progress['operators'][number]>`
    select event.userId, ifnull(user.name, '') as name, ${work}
    from digitizationEvent as event ${ofProject(span.projectId)} left join user on user.id = event.userId
    where ${scanned(span)} group by event.userId order by pages desc, jobs desc`.execute(db)
  return rows
}

async function byMachine(db: Reader, span: Span): Promise<Progress['machines']> {
  const { rows } = await sql<Progress['machines'][number]>`
    select event.machine, ${work} from digitizationEvent as event ${ofProject(span.projectId)}
    where ${scanned(span)} group by event.machine order by pages desc, jobs desc`.execute(db)
  return rows
}

function stoppagesIn(db: Reader, { from, to }: Span): Promise<Progress['stoppages']> {
  return db
    .selectFrom('digitizationStoppage')
    .select(stoppageColumns)
    .where('startedOn', '<=', to)
    .where((is) => is.or([is('endedOn', 'is', null), is('endedOn', '>=', from)]))
    .orderBy('startedOn', 'desc')
    .execute()
}
