import { afterEach, beforeEach, expect, it } from 'vitest'
import { usernameOf } from '../../test/support/prepared.ts'
import {
  codeOf,
  finishedJob,
  openTestEngine,
  personAt,
  testPassword,
  valueOf,
  type Person,
  type TestEngine,
} from '../../test/support/engine.ts'

let test: TestEngine
let operator: Person
const day = 86_400_000

beforeEach(async () => {
  test = await openTestEngine()
  const clerk = await test.as('cataloguer')
  operator = await test.as('digitizer')
  for (const title of ['Thanh Hóa chư thần lục', 'Địa chí Hà Tĩnh', 'Báo Tiếng dân'])
    valueOf(await clerk.client.catalogue.addTitle({ title, addedOn: '2026-01-02' }))
  const set = { class: 'ancient', evidence: 'Sắc phong', setOn: '2026-01-02' } as const
  valueOf(await clerk.client.catalogue.setClass({ ...set, titleIds: [1, 2] }))
  const own = { status: 'own', basis: 'Tài liệu nội sinh', evidence: 'QĐ 12', decidedBy: 'Lê Văn A' } as const
  valueOf(
    await operator.client.digitization.decideRights({ ...own, titleIds: [1, 3], decidedOn: '2026-01-02' }),
  )
  const targets = [{ class: 'ancient' as const, titles: 2, pages: 600 }]
  valueOf(await operator.client.digitization.addProject({ year: 2026, name: 'Sách cổ', targets }))
})
afterEach(async () => {
  expect(test.faults).toEqual([])
  await test.close()
})

/** Whoever was signed in yesterday signs in again. */
async function nextDay(): Promise<void> {
  test.clock.nowMs += day
  operator = personAt(test.engine)
  valueOf(await operator.client.users.signIn({ username: usernameOf('digitizer'), password: testPassword }))
}
const make = (name: string, includesKnown = false) =>
  finishedJob(operator, 'digitization.makeJobs', {
    selection: { ids: [1, 3] },
    projectId: 1,
    name,
    includesKnown,
  })
async function carryThrough(id: number, pages: number): Promise<number> {
  for (;;) {
    const { stageId, stageKind, state } = valueOf(await operator.client.digitization.job({ id }))
    if (state !== 'open') throw new Error('the job is done already')
    const done = await operator.client.digitization.finish({
      id,
      stageId,
      pages: stageKind === 'scan' ? pages : null,
    })
    const { job, eventId } = valueOf(done)
    if (job.state === 'done') return eventId
  }
}
const planOf = async (asOf: string | null = null) =>
  valueOf(await operator.client.digitization.plan({ year: 2026, asOf }))

it('a plan says what was carried through against what was aimed at, on any day', async () => {
  await make('Đợt 1')
  expect((await planOf()).projects[0]).toMatchObject({ targets: [{ titles: 2, pages: 600 }], actual: [] })
  await carryThrough(1, 300)
  await nextDay()
  await carryThrough(2, 90)
  expect((await planOf()).projects[0]?.actual).toEqual([
    { class: 'ancient', titles: 1, pages: 300, files: 0 },
    { class: 'other', titles: 1, pages: 90, files: 0 },
  ])
  expect((await planOf('2026-11-10')).projects[0]?.actual).toMatchObject([{ class: 'ancient', pages: 300 }])
  expect((await planOf('2026-11-09')).projects[0]?.actual).toEqual([])
})

it('a title digitized twice counts once, and one taken back not at all', async () => {
  await make('Đợt 1')
  const eventId = await carryThrough(1, 300)
  await make('Quét lại', true)
  await carryThrough(3, 310)
  expect((await planOf()).projects[0]?.actual).toEqual([
    { class: 'ancient', titles: 1, pages: 300, files: 0 },
  ])
  valueOf(await operator.client.digitization.recall({ eventId }))
  expect((await planOf()).projects[0]?.actual).toEqual([
    { class: 'ancient', titles: 1, pages: 310, files: 0 },
  ])
})

it('Decision 206 is measured against what the catalogue has registered', async () => {
  await make('Đợt 1')
  expect((await planOf()).d206).toEqual({ registered: 2, digitized: 0 })
  await carryThrough(1, 300)
  await carryThrough(2, 90)
  expect((await planOf()).d206).toEqual({ registered: 2, digitized: 1 })
  expect((await planOf('2026-01-01')).d206).toEqual({ registered: 0, digitized: 0 })
})

it('a project with jobs is closed, never removed', async () => {
  const { digitization } = operator.client
  await make('Đợt 1')
  expect(codeOf(await digitization.removeProject({ id: 1, rev: 1 }))).toBe('project_has_jobs')
  valueOf(await digitization.closeProject({ id: 1, rev: 1, isClosed: true }))
  expect((await make('Đợt 2', true)).error?.code).toBe('project_closed')
})

it('a plan is written by one person at a time', async () => {
  const fields = { year: 2027, decisionNumber: '15/QĐ-SVH', approvedOn: '2026-12-20' }
  expect(valueOf(await operator.client.digitization.savePlan({ ...fields, rev: 0 }))).toMatchObject({
    rev: 1,
  })
  expect(codeOf(await operator.client.digitization.savePlan({ ...fields, rev: 0 }))).toBe('stale')
})

it('what a quarter digitized is counted once, by class, with the pages that passed the check', async () => {
  await make('Đợt 1')
  await carryThrough(1, 300)
  valueOf(await operator.client.digitization.move({ ids: [2], to: 'check' }))
  const { stageId, stages } = valueOf(await operator.client.digitization.job({ id: 2 }))
  const toStageId = stages.find(({ kind }) => kind === 'scan')?.id ?? 0
  valueOf(await operator.client.digitization.sendBack({ id: 2, stageId, toStageId, reason: 'Mờ' }))
  await carryThrough(2, 100)
  const reply = await operator.client.indicators.list({ period: '2026-Q4' })
  const values = Object.fromEntries(valueOf(reply).values.map(({ code, value }) => [code, value]))
  expect(values).toMatchObject({
    'M2b.08': 2,
    'M2b.11': 400,
    'M2b.12a2': 300,
    'M2b.12a7': 100,
    'M2b.12b2': 1,
    'M2b.12b7': 1,
    'M2b.13': 75,
    'D206.03': 50,
  })
})

it('progress says where jobs stood on any day, and its figures open the jobs that were scanned', async () => {
  await make('Đợt 1')
  await carryThrough(1, 300)
  await nextDay()
  await carryThrough(2, 90)
  const progress = async (asOf: string | null = null) =>
    valueOf(await operator.client.digitization.progress({ projectId: 1, asOf }))
  expect(await progress()).toMatchObject({
    standing: [{ place: 'done', jobs: 2 }],
    operators: [{ jobs: 2, pages: 390 }],
    target: 2,
    carried: 2,
    forecastOn: null,
  })
  const before = await progress('2026-11-10')
  expect(before).toMatchObject({
    standing: [
      { place: 'select', jobs: 1 },
      { place: 'done', jobs: 1 },
    ],
    carried: 1,
  })
  expect(before.weeks.at(-1)).toEqual({
    from: '2026-11-09',
    to: '2026-11-10',
    jobs: 1,
    pages: 300,
    carried: 1,
  })
  expect(before).toMatchObject({
    pace: { from: '2026-11-09', titles: 1, days: 2, lostDays: 0 },
    forecastOn: '2026-11-12',
  })
  for (const { place, jobs } of before.standing) {
    const stood = { state: null, stoodOn: '2026-11-10', stoodAt: place }
    expect(valueOf(await operator.client.digitization.jobs(stood)).total.count, place).toBe(jobs)
  }
  const rows = { state: null, scannedFrom: '2026-11-09', scannedTo: '2026-11-10' }
  expect(valueOf(await operator.client.digitization.jobs(rows)).rows.map(({ id }) => id)).toEqual([1])
})

it('a forecast leaves out the days on which work stood, and says on what it rests', async () => {
  await make('Đợt 1')
  await carryThrough(1, 300)
  const power = { kind: 'power', startedOn: '2026-11-09', endedOn: '2026-11-09' } as const
  valueOf(await operator.client.digitization.addStoppage(power))
  const progress = valueOf(await operator.client.digitization.progress({ projectId: 1 }))
  expect(progress).toMatchObject({
    pace: { from: '2026-11-09', titles: 1, days: 1, lostDays: 1 },
    forecastOn: '2026-11-11',
  })
})
