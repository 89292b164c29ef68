import { afterAll, beforeAll, expect, it } from 'vitest'
import { valueOf } from '../support/engine.ts'
import { copyFolder } from '../support/folders.ts'
import { demoLibraryOf, openLibrary, reopened, type BenchLibrary } from './library.ts'
import { expectWithin, median, report, timeMs } from './measure.ts'

/** Two hundred thousand jobs take minutes to fill in, so they are asked for: KHOSACH_BENCH_JOBS=200000. */
const jobs = Number(process.env['KHOSACH_BENCH_JOBS'] ?? 20_000)
const eventsPerJob = 10
const stages = 10
const moved = 5000
const rounds = 5

type Raw = BenchLibrary['test']['engine']['connection']['raw']
let ours: BenchLibrary
let floor: BenchLibrary

/** Three years of work: each job goes a stage further every third day, and every other one is through. */
function fill(raw: Raw): void {
  const upTo = (count: number) =>
    `(with recursive n(i) as (select 1 union all select i + 1 from n where i < ${count}) select i from n)`
  const day = (job: string, step: string) =>
    `date('2024-01-01', (${job} * 1000 / ${jobs} + ${step} * 3) || ' days')`
  raw.exec(`insert into digitizationJob (id, code, titleId, projectId, class, material, templateVersionId, stageId, state,
      priority, createdAt, updatedAt)
    select i, 'SH' || i, i, 1, iif(i % 7, 'other', 'rare'), 'book', 1, iif(i % 2, ${stages}, 9),
      iif(i % 2, 'done', 'open'), 0, '2024-01-01T00:00:00.000Z', '2024-01-01T00:00:00.000Z'
    from ${upTo(jobs)}`)
  // A job that is through has no 'taken' before its last stages, the others one more.
  raw.exec(`insert into digitizationEvent (jobId, at, "on", kind, stageId, stageKind, toStageId, pages, userId, machine)
    select job.i, ${day('job.i', 'step.i')} || 'T08:00:00.000Z', ${day('job.i', 'step.i')},
      case when step.i > 1 or job.i % 2 then 'finished' else 'taken' end, stage.id, stage.kind,
      iif(job.i % 2 = 0 and step.i = 1, null, iif(stage.place = ${stages}, null, stage.id + 1)),
      iif(stage.kind = 'scan', 100 + job.i % 50, null), 1, 'Máy ' || (job.i % 4)
    from ${upTo(jobs)} as job cross join ${upTo(eventsPerJob)} as step
    join digitizationStage as stage on stage.versionId = 1
      and stage.place = max(1, step.i - (job.i % 2 = 0))`)
  raw.exec('analyze')
}

beforeAll(async () => {
  const filled = await demoLibraryOf(jobs)
  valueOf(await filled.person.client.digitization.addProject({ year: 2026, name: 'Sách địa chí' }))
  fill(filled.test.engine.connection.raw)
  ours = await reopened(filled)
  floor = await openLibrary(copyFolder(ours.dataDir))
}, 1_800_000)
afterAll(async () => {
  await ours.test.close()
  await floor.test.close()
})

/** What the page tells, as plain SQL: one statement for where jobs stood, one for what was carried through, one for the weeks. */
const groupBys = (day: string) => [
  `select stage.kind, event.toStageId is null, count(*) from (
     select max(id) as id from digitizationEvent where "on" <= '${day}' and kind != 'taken' group by jobId) as last
   join digitizationEvent as event on event.id = last.id join digitizationStage as stage on stage.id = event.stageId
   group by 1, 2`,
  `select "on", count(*) from (
     select job.titleId, min(event."on") as "on" from digitizationEvent as event
     join digitizationJob as job on job.id = event.jobId
     where event.kind = 'finished' and event.toStageId is null and event."on" <= '${day}' group by job.titleId) group by 1`,
  `select (julianday("on") - julianday('${day}')) / 7, userId, machine, count(distinct jobId), sum(pages)
   from digitizationEvent where kind = 'finished' and stageKind = 'scan' and "on" > date('${day}', '-91 days')
     and "on" <= '${day}' group by 1, 2, 3`,
]

it('tells progress on any day in little more than the plain group-bys take, and again at once', async () => {
  const { raw } = floor.test.engine.connection
  const times: Record<'coldMs' | 'againMs' | 'plainMs', number[]> = { coldMs: [], againMs: [], plainMs: [] }
  for (let round = 0; round < rounds; round++) {
    const asOf = `2026-0${1 + round}-15`
    const statements = groupBys(asOf).map((sql) => raw.prepare(sql).raw())
    const progress = async () => valueOf(await ours.person.client.digitization.progress({ asOf }))
    times.plainMs.push(await timeMs(() => statements.forEach((statement) => statement.all())))
    let jobsStanding = 0
    times.coldMs.push(
      await timeMs(async () => {
        const { standing } = await progress()
        jobsStanding = standing.reduce((sum, each) => sum + each.jobs, 0)
      }),
    )
    times.againMs.push(await timeMs(progress))
    expect(jobsStanding).toBeGreaterThan(jobs / 2)
  }
  report(`progress over ${jobs} jobs`, {
    coldMs: median(times.coldMs),
    againMs: median(times.againMs),
    plainMs: median(times.plainMs),
  })
  expectWithin(
    'progressOverGroupBys',
    times.coldMs.map((ms, at) => ms / (times.plainMs[at] ?? 1)),
  )
  expectWithin(
    'progressAgainOverCold',
    times.againMs.map((ms, at) => ms / (times.coldMs[at] ?? 1)),
  )
})

type Row = Record<string, unknown>

it('moves many jobs at once in a small multiple of the same writes by themselves', async () => {
  const { raw } = ours.test.engine.connection
  const bare = floor.test.engine.connection.raw
  const ids = raw
    .prepare(`select id from digitizationJob where state = 'open' order by id limit ${moved}`)
    .pluck()
    .all() as number[]
  const insertsOf = (row: Row) =>
    bare.prepare(
      `insert into digitizationEvent (${Object.keys(row)
        .map((name) => `"${name}"`)
        .join(', ')})
       values (${Object.keys(row)
         .map(() => '?')
         .join(', ')})`,
    )
  const update = bare.prepare(
    'update digitizationJob set stageId = ?, takenById = null, rev = rev + 1, updatedAt = ? where id = ?',
  )
  const ratios: number[] = []
  for (const to of ['process', 'describe', 'scan', 'check', 'prepare'] as const) {
    const position = Number(raw.prepare('select max(id) from digitizationEvent').pluck().get())
    const oursMs = await timeMs(async () => valueOf(await ours.person.client.digitization.move({ ids, to })))
    const events = raw
      .prepare('select * from digitizationEvent where id > ? order by id')
      .all(position) as Row[]
    expect(events).toHaveLength(ids.length)
    const insert = insertsOf(events[0] ?? {})
    const write = bare.transaction(() => {
      for (const event of events) {
        insert.run(Object.values(event))
        update.run(event['toStageId'], event['at'], event['jobId'])
      }
    })
    ratios.push(oursMs / (await timeMs(write)))
  }
  report('moving jobs', { jobs: ids.length })
  expectWithin('batchMoveOverBareTransaction', ratios)
})
