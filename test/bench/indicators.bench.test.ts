import { afterAll, beforeAll, expect, it } from 'vitest'
import { indicatorParts, type IndicatorPart } from '../../shared/indicators/formulas.ts'
import { valueOf } from '../support/engine.ts'
import { demoLibraryOf, reopened, type BenchLibrary } from './library.ts'
import { expectWithin, median, report, timeMs } from './measure.ts'

/** The whole measure takes a quarter of an hour, so it is asked for: KHOSACH_BENCH_FIGURES=1000000. */
const titles = Number(process.env['KHOSACH_BENCH_FIGURES'] ?? 50_000)
const enteredTitles = Math.min(titles, 50_000)
const activities = titles / 5
const jobs = titles / 5
const stages = 10
const rounds = 5

let library: BenchLibrary
type Raw = BenchLibrary['test']['engine']['connection']['raw']

const upTo = (count: number) =>
  `(with recursive n(i) as (select 1 union all select i + 1 from n where i < ${count}) select i from n)`

/** More titles than the program fills in in a minute are those again, with other keys: figures count rows, not words. */
function repeat(raw: Raw, times: number): void {
  const triggers = raw
    .prepare(`select name from sqlite_schema where type = 'trigger' and tbl_name in ('title', 'copy')`)
    .pluck()
    .all()
  for (const name of triggers) raw.exec(`drop trigger "${String(name)}"`)
  const most = (column: string, table: string) =>
    Number(raw.prepare(`select max(${column}) from ${table}`).pluck().get())
  const [titleId, copyId, number] = [most('id', 'title'), most('id', 'copy'), most('number', 'copy')]
  function again(table: string, changed: Record<string, string>): void {
    const columns = raw.prepare('select name from pragma_table_info(?)').pluck().all(table) as string[]
    raw.exec(`insert into ${table} (${columns.map((name) => `"${name}"`).join()})
      select ${columns.map((name) => changed[name] ?? `"${name}"`).join()} from ${table}, ${upTo(times)} as n`)
  }
  again('title', { id: `id + n.i * ${titleId}` })
  again('copy', {
    id: `id + n.i * ${copyId}`,
    titleId: `titleId + n.i * ${titleId}`,
    number: `number + n.i * ${number}`,
    accessionNumber: `accessionNumber || '.' || n.i`,
    barcode: `iif(barcode = '', '', barcode || '.' || n.i)`,
  })
}

/** Twenty years of activities, each with its sessions, and three of digitization, ten events a job. */
function fill(raw: Raw): void {
  const first = Number(raw.prepare('select ifnull(max(id), 0) from activity').pluck().get())
  raw.exec(`insert into activity (name, typeCode, state, part, reach, organiser, siteId, place, responsible, note, startsOn,
      endsOn, sessionCount, heldCount, attended, proof)
    select 'Trưng bày sách ' || i, printf('E%02d', i % 32 + 1), 'done', 'organiser', 'local', '', 1, '', '', '',
      date('2026-11-01', '-' || (i % 7300) || ' days'), date('2026-11-01', '-' || (i % 7300) || ' days'), 5, 5, 250, 'present'
    from ${upTo(activities)}`)
  raw.exec(`insert into activitySession (activityId, "on", startTime, state, attended)
    select a.id, date(a.startsOn, '+' || (n.i - 1) || ' days'), '08:00', 'held', 50
    from activity as a, ${upTo(5)} as n where a.id > ${first}`)
  const day = (job: string, step: string) =>
    `date('2024-01-01', (${job} * 1000 / ${jobs} + ${step} * 3) || ' days')`
  raw.exec(`insert into digitizationJob (id, code, titleId, projectId, class, material, templateVersionId, stageId, state,
      priority, createdAt, updatedAt)
    select i, 'SH' || i, i, 1, iif(i % 7, 'other', 'rare'), 'book', 1, iif(i % 2, ${stages}, 9),
      iif(i % 2, 'done', 'open'), 0, '2024-01-01T00:00:00.000Z', '2024-01-01T00:00:00.000Z'
    from ${upTo(jobs)}`)
  raw.exec(`insert into digitizationEvent (jobId, at, "on", kind, stageId, stageKind, toStageId, pages, userId, machine)
    select job.i, ${day('job.i', 'step.i')} || 'T08:00:00.000Z', ${day('job.i', 'step.i')}, 'finished', stage.id,
      stage.kind, iif(stage.place = ${stages}, null, stage.id + 1), iif(stage.kind = 'scan', 100 + job.i % 50, null), 1, ''
    from ${upTo(jobs)} as job cross join ${upTo(stages)} as step
    join digitizationStage as stage on stage.versionId = 1 and stage.place = max(1, step.i - (job.i % 2 = 0))`)
  raw.exec('analyze')
}

beforeAll(async () => {
  const filled = await demoLibraryOf(enteredTitles)
  if (titles > enteredTitles) repeat(filled.test.engine.connection.raw, titles / enteredTitles - 1)
  valueOf(await filled.person.client.digitization.addProject({ year: 2026, name: 'Sách địa chí' }))
  fill(filled.test.engine.connection.raw)
  library = await reopened(filled)
}, 3_600_000)
afterAll(() => library.test.close())

/** What all the figures of a quarter need, as plain SQL: one statement for each table. */
function groupBys(from: string, to: string): string[] {
  const live = `accessionedOn <= '${to}' and cancelledOn is null and (withdrawnOn is null or withdrawnOn > '${to}')`
  const within = (on: string) => `${on} between '${from}' and '${to}'`
  return [
    `select source, sum(${live}), count(distinct iif(${live}, titleId, null)), sum(${within('withdrawnOn')}),
       sum(${within('accessionedOn')}), count(distinct iif(${within('accessionedOn')}, titleId, null))
     from copy join voucher on voucher.id = voucherId group by 1`,
    `select material, digitalOrigin, sum(addedOn <= '${to}' and (removedOn is null or removedOn > '${to}')),
       sum(${within('addedOn')}) from title group by 1, 2`,
    `select typeCode, part, reach, session.state, count(*), sum(session.attended), count(distinct activityId)
     from activitySession as session join activity on activity.id = activityId
     where ${within('session."on"')} and removedOn is null group by 1, 2, 3, 4`,
    `select class, sum(endedOn between '${from}' and '${to}'), sum(endedOn <= '${to}'),
       sum(checkedOn between '${from}' and '${to}'), sum(pages * (checkedOn between '${from}' and '${to}'))
     from (select job.titleId, job.class, max(pages) as pages,
         min(iif(kind = 'finished' and toStageId is null, "on", null)) as endedOn,
         min(iif(kind = 'finished' and stageKind = 'check', "on", null)) as checkedOn
       from digitizationEvent as event join digitizationJob as job on job.id = event.jobId
       where "on" <= '${to}' group by job.id) group by 1`,
    `select kindCode, siteId, count(*), sum(value) from counterValue where ${within('"on"')} group by 1, 2`,
  ]
}

it('counts them part by part, as the page asks, in little more than all at once', async () => {
  const ask = async (period: string, part?: IndicatorPart) =>
    valueOf(await library.person.client.indicators.list({ period, ...(part && { part }) }))
  const times: Record<'wholeMs' | 'partsMs' | 'firstMs', number[]> = { wholeMs: [], partsMs: [], firstMs: [] }
  const whole = async (period: string) => times.wholeMs.push(await timeMs(() => ask(period)))
  for (const [round, period] of ['2024-Q1', '2024-Q2', '2024-Q3', '2024-Q4', '2025-Q1'].entries()) {
    const inParts = async () => {
      const each: number[] = []
      for (const part of indicatorParts) each.push(await timeMs(() => ask(period, part)))
      times.partsMs.push(each.reduce((sum, ms) => sum + ms, 0))
      times.firstMs.push(each[0] ?? Number.NaN)
    }
    for (const work of round % 2 === 0 ? [whole, inParts] : [inParts, whole]) {
      await work(period)
      // Nothing is remembered over a command.
      valueOf(await library.person.client.catalogue.addTitle({ title: `Nhan đề ${round}` }))
    }
  }
  report('all indicators, part by part', {
    wholeMs: median(times.wholeMs),
    partsMs: median(times.partsMs),
    firstMs: median(times.firstMs),
  })
  const over = (each: number, at: number) => each / (times.wholeMs[at] ?? Number.NaN)
  expectWithin('indicatorsInPartsOverWhole', times.partsMs.map(over))
}, 600_000)

it('counts all indicators of a quarter in little more than the plain group-bys take, and again at once', async () => {
  const { raw } = library.test.engine.connection
  const times: Record<'coldMs' | 'againMs' | 'plainMs', number[]> = { coldMs: [], againMs: [], plainMs: [] }
  // A quarter that nobody has asked for is cold for the memory, warm for the disk, as the floor is.
  const quarters = ['2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4', '2026-Q1'].slice(0, rounds)
  for (const period of quarters) {
    const month = (Number(period.at(-1)) - 1) * 3 + 1
    const from = `${period.slice(0, 4)}-${String(month).padStart(2, '0')}-01`
    const to = `${period.slice(0, 4)}-${String(month + 2).padStart(2, '0')}-${month === 4 || month === 7 ? '30' : '31'}`
    const statements = groupBys(from, to).map((sql) => raw.prepare(sql).raw())
    const figures = async () => valueOf(await library.person.client.indicators.list({ period }))
    times.plainMs.push(await timeMs(() => statements.forEach((statement) => statement.all())))
    let stock = 0
    times.coldMs.push(
      await timeMs(async () => {
        stock = (await figures()).values.find(({ code }) => code === 'M2b.01')?.value ?? 0
      }),
    )
    times.againMs.push(await timeMs(figures))
    expect(stock).toBeGreaterThan(titles / 10)
  }
  report(`all indicators over ${titles} titles`, {
    coldMs: median(times.coldMs),
    againMs: median(times.againMs),
    plainMs: median(times.plainMs),
  })
  const ratios = (upper: readonly number[], lower: readonly number[]) =>
    upper.map((each, at) => each / (lower[at] ?? Number.NaN))
  expectWithin('indicatorsAgainOverCold', ratios(times.againMs, times.coldMs))
  expectWithin('indicatorsOverGroupBys', ratios(times.coldMs, times.plainMs))
}, 600_000)
