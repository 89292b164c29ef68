import { sql, type RawBuilder } from 'kysely'
import type { Progress } from '../../shared/digitization/contract.ts'
import {
  daysAfter,
  daysFrom,
  daysLost,
  forecastOn,
  mondayOf,
  stageKinds,
} from '../../shared/digitization/rules.ts'
import type { Reader } from '../connection.ts'
import type { QueriesOf } from '../context.ts'
import { journalHead } from '../journal/index.ts'
import { carriedBy, endedBy } from './carried.ts'
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

export async function progressOn(db: Reader, projectId: number | null, day: string): Promise<Progress> {
  const from = daysAfter(mondayOf(day), -7 * (weeksShown - 1))
  const span = { from, to: day, projectId }
  const days = await carriedByDay(db, projectId, day)
  const carried = sumUpTo(days, day)
  const target = await targetOf(db, projectId)
  const done = await scannedIn(db, span)
  const weeks = weeksOf(span, done, days)
  const stoppages = await stoppagesIn(db, span)
  const machines = byMachine(done)
  const pace = paceOf({ weeks, stoppages, before: sumUpTo(days, daysAfter(from, -1)), day }, machines)
  return {
    asOf: day,
    standing: await standingOn(db, projectId, day),
    weeks,
    operators: await byOperator(db, done),
    machines,
    stoppages,
    target,
    carried,
    pace,
    forecastOn: forecastOn({
      left: target - carried,
      done: pace.titles,
      days: pace.days,
      asOf: day,
    }),
  }
}

type Told = Pick<Progress, 'weeks' | 'stoppages'> & { before: number; day: string }

/** Work that began within the weeks is not blamed for the time before it. */
function paceOf({ weeks, stoppages, before, day }: Told, machines: Progress['machines']): Progress['pace'] {
  const first = before > 0 ? weeks[0] : weeks.find(({ jobs, carried }) => jobs > 0 || carried > 0)
  const from = first?.from ?? weeks[0]?.from ?? day
  const names = machines.map(({ machine }) => machine).filter((name) => name !== '')
  // To a tenth, so that the day foretold follows from what is shown.
  const lostDays = tenths(daysLost(stoppages, { from, to: day, machines: names }))
  return {
    from,
    titles: (weeks.at(-1)?.carried ?? 0) - before,
    days: tenths(daysFrom(from, day) - lostDays),
    lostDays,
  }
}

const tenths = (value: number) => Math.round(value * 10) / 10

type Span = { from: string; to: string; projectId: number | null }
type Day = { on: string; titles: number }

/** The last event of each job by a day that moved it. */
const lastBy = (day: string) => sql`last as materialized (select max(id) as id from digitizationEvent
  where "on" <= ${day} and kind not in ('taken', 'handed_back', 'counted') group by jobId)`
const fromLast = sql`from last join digitizationEvent as event on event.id = last.id
  join digitizationStage as stage on stage.id = ifnull(event.toStageId, event.stageId)`
const place = sql`case when event.kind = 'cancelled' then 'cancelled'
  when event.kind = 'finished' and event.toStageId is null then 'done' else stage.kind end`

/** Jobs that stood at a place at the end of a day. */
export function stood(day: string, at: string): RawBuilder<number> {
  return sql`(with ${lastBy(day)} select event.jobId ${fromLast} where ${place} = ${at})`
}

/** Where each job was by the last of its events that moved it. */
async function standingOn(db: Reader, projectId: number | null, day: string): Promise<Progress['standing']> {
  const { rows } = await sql<Progress['standing'][number]>`
    with ${lastBy(day)} select ${place} as place, count(*) as jobs ${fromLast} ${ofProject(projectId)}
    group by 1`.execute(db)
  const order: readonly string[] = [...stageKinds, 'done', 'cancelled']
  return rows.toSorted((a, b) => order.indexOf(a.place) - order.indexOf(b.place))
}

function ofProject(projectId: number | null): RawBuilder<unknown> {
  return projectId === null
    ? sql``
    : sql`join digitizationJob as job on job.id = event.jobId and job.projectId = ${projectId}`
}

async function carriedByDay(db: Reader, projectId: number | null, day: string): Promise<Day[]> {
  // Which of its jobs a title is counted with matters for a project only.
  const firsts =
    projectId === null
      ? sql`select min("on") as "on" from ended join digitizationJob as job on job.id = ended.jobId group by job.titleId`
      : sql`select "on" from carried where ofTitle = 1 and projectId = ${projectId}`
  const { rows } = await sql<Day>`with ${projectId === null ? endedBy(day) : carriedBy(day)}
    select "on", count(*) as titles from (${firsts}) group by "on"`.execute(db)
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

type Scanned = { week: number; userId: number | null; machine: string; jobId: number; pages: number }

/** Read once for weeks, operators and machines: a job that one of them scanned twice is one job of theirs. */
async function scannedIn(db: Reader, span: Span): Promise<Scanned[]> {
  const { rows } = await sql<Scanned>`
    select cast((julianday(event."on") - julianday(${span.from})) / 7 as integer) as week, event.userId,
      event.machine, event.jobId, ifnull(event.pages, 0) as pages
    from digitizationEvent as event ${ofProject(span.projectId)} where ${scanned(span)}`.execute(db)
  return rows
}

type Work = { jobs: number; pages: number }

function workBy<Key>(rows: readonly Scanned[], keyOf: (row: Scanned) => Key): Map<Key, Work> {
  return new Map(
    [...Map.groupBy(rows, keyOf)].map(([key, those]) => [
      key,
      {
        jobs: new Set(those.map(({ jobId }) => jobId)).size,
        pages: those.reduce((sum, { pages }) => sum + pages, 0),
      },
    ]),
  )
}

const mostFirst = (a: Work, b: Work) => b.pages - a.pages || b.jobs - a.jobs

function weeksOf(span: Span, done: readonly Scanned[], days: readonly Day[]): Progress['weeks'] {
  const byWeek = workBy(done, ({ week }) => week)
  return Array.from({ length: weeksShown }, (_, week) => {
    const from = daysAfter(span.from, week * 7)
    const end = daysAfter(from, 6)
    const to = end < span.to ? end : span.to
    return { from, to, ...(byWeek.get(week) ?? { jobs: 0, pages: 0 }), carried: sumUpTo(days, to) }
  })
}

async function byOperator(db: Reader, done: readonly Scanned[]): Promise<Progress['operators']> {
  const byUser = workBy(done, ({ userId }) => userId)
  const users = await db.selectFrom('user').select(['id', 'name']).execute()
  const nameById = new Map(users.map(({ id, name }) => [id, name]))
  return [...byUser]
    .map(([userId, work]) => ({ userId, name: nameById.get(userId ?? 0) ?? '', ...work }))
    .toSorted(mostFirst)
}

function byMachine(done: readonly Scanned[]): Progress['machines'] {
  return [...workBy(done, ({ machine }) => machine)]
    .map(([machine, work]) => ({ machine, ...work }))
    .toSorted(mostFirst)
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
