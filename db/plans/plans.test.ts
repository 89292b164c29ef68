import { afterEach, beforeEach, expect, it } from 'vitest'
import { openTestEngine, valueOf, type Person, type TestEngine } from '../../test/support/engine.ts'
import { signQuarter } from '../../test/support/signed.ts'

let test: TestEngine
let director: Person
beforeEach(async () => {
  test = await openTestEngine()
  director = await test.as('director')
})
afterEach(async () => {
  expect(test.faults).toEqual([])
  await test.close()
})

const second = { period: '2026-Q2' }
const third = { period: '2026-Q3' }

async function row(code: string, asked: { period: string }) {
  const { values } = valueOf(await director.client.indicators.list(asked))
  return values.find((each) => each.code === code) ?? expect.unreachable(code)
}
async function figure(code: string, asked: { period: string }) {
  const { value, status } = await row(code, asked)
  return status === 'known' ? value : status
}

const roadmap = {
  name: 'Lộ trình',
  startsOn: '2026-01-01',
  endsOn: '2027-12-31',
  approvedOn: '2026-02-01',
  number: '1/KH',
}
const added = async (fields = {}) =>
  valueOf(await director.client.plans.addRoadmap({ ...roadmap, ...fields })).id

it('what nobody has entered has no figure', async () => {
  for (const code of ['M1.01', 'M1.01a4', 'M1.02', 'M1.04', 'M1.05'])
    expect(await figure(code, third), code).toBe('not_collected')
  expect(await figure('M1.03', third)).toBe('zero_base')
})

it('a document counts once in a period, and once for each stage it reached in it', async () => {
  const stages = [
    { stage: 'review', on: '2026-07-01' },
    { stage: 'consult', on: '2026-08-01' },
    { stage: 'consult', on: '2026-09-01' },
  ] as const
  valueOf(await director.client.plans.addDocument({ name: 'Đề án', stages: [...stages] }))
  expect(
    await Promise.all(['M1.01', 'M1.01a1', 'M1.01a3', 'M1.01a4'].map((code) => figure(code, third))),
  ).toEqual([1, 1, 1, 0])
  expect(await figure('M1.01', second)).toBe(0)
})

it('a milestone that was put off in time is on time; the quarter before still tells the earlier day', async () => {
  const roadmapId = await added()
  const { plans } = director.client
  const { id } = valueOf(await plans.addMilestone({ roadmapId, name: 'Máy chủ', dueOn: '2026-06-30' }))
  const delay = { milestoneId: id, on: '2026-07-05', dueOn: '2026-09-30', reason: 'Chờ đấu thầu' }
  const { rev } = valueOf(await plans.postpone(delay))
  const done = { doneOn: '2026-09-20', evidence: 'BBNT 3' }
  valueOf(await plans.updateMilestone({ id, rev, name: 'Máy chủ', dueOn: '2026-06-30', ...done }))
  expect([await figure('M1.03', second), await figure('M1.03', third)]).toEqual([0, 100])
})

it('a plan that is removed takes its milestones along and brings them back', async () => {
  const id = await added()
  const { plans } = director.client
  valueOf(await plans.addMilestone({ roadmapId: id, name: 'Máy chủ', dueOn: '2026-06-30' }))
  expect(await figure('M1.03', second)).toBe(0)
  valueOf(await plans.removeRoadmap({ id, rev: 1 }))
  expect(await figure('M1.03', second)).toBe('zero_base')
  valueOf(await plans.restoreRoadmap({ id }))
  expect(await figure('M1.03', second)).toBe(0)
})

const titles = { indicatorCode: 'M2b.02', period: '2026', scope: 'library' } as const

it('a newer target replaces an older one from its day, and past days answer as they were', async () => {
  const { plans } = director.client
  valueOf(await plans.addTarget({ ...titles, value: 100, fromOn: '2026-01-01' }))
  valueOf(await plans.addTarget({ ...titles, value: 150, fromOn: '2026-07-01' }))
  const on = async (day: string) =>
    valueOf(await plans.targetGrid({ year: 2026, scope: 'library', on: day })).map(({ value }) => value)
  expect([await on('2025-12-31'), await on('2026-06-30'), await on('2026-07-01')]).toEqual([[], [100], [150]])
  const listed = valueOf(await plans.targets({ on: '2026-11-01', text: 'M2b.02', withPast: true })).rows
  expect(listed.map(({ value, state }) => [value, state])).toEqual([
    [150, 'holds'],
    [100, 'superseded'],
  ])
})

it('the library’s own target goes before the country’s, and a year’s is held against the year so far', async () => {
  const { client } = await test.as('cataloguer')
  valueOf(await client.catalogue.addTitle({ title: 'Sách số', material: 'digital', addedOn: '2026-02-01' }))
  expect(await row('D206.03', third)).toMatchObject({ progress: { scope: 'national', value: 70 } })
  const { plans } = director.client
  valueOf(await plans.addTarget({ ...titles, indicatorCode: 'D206.03', value: 100, fromOn: '2026-01-01' }))
  expect(await row('D206.03', third)).toMatchObject({ progress: { scope: 'library', value: 100 } })
  valueOf(await plans.addTarget({ ...titles, indicatorCode: 'M2b.09', value: 4, fromOn: '2026-01-01' }))
  expect(await row('M2b.09', third)).toMatchObject({ value: 0, progress: { toDate: 0, percent: 0 } })
})

it('what a signed report was held against does not follow later targets, nor do its grounds', async () => {
  const { plans, reports, indicators } = director.client
  valueOf(await plans.addTarget({ ...titles, value: 100, fromOn: '2026-01-01' }))
  const quoted = { name: 'Nghị quyết', origin: 'outer', quotedAs: 'Căn cứ Nghị quyết số 33-NQ/TW;' } as const
  const document = valueOf(await plans.addDocument(quoted))
  const { id } = await signQuarter(test)
  valueOf(await plans.addTarget({ ...titles, value: 500, fromOn: '2026-02-01' }))
  valueOf(await plans.removeDocument({ id: document.id, rev: document.rev }))
  const signed = valueOf(await reports.period({ id }))
  expect(signed.figures.find(({ code }) => code === 'M2b.02')?.progress).toMatchObject({ value: 100 })
  expect(signed.sheet.bases).toContain('Căn cứ Nghị quyết số 33-NQ/TW;')
  expect(valueOf(await indicators.explain({ code: 'M2b.02', ...third })).progress).toMatchObject({
    value: 100,
  })
  expect(await row('M2b.02', third)).toMatchObject({ progress: { value: 500 } })
})

it('cells of the grid that were set are taken back as they stood', async () => {
  const { plans } = director.client
  const cell = { indicatorCode: 'M2b.02', period: '2026', direction: 'at_least', value: 100 } as const
  const common = { scope: 'library', fromOn: '2026-01-01' } as const
  valueOf(await plans.setTargets({ ...common, cells: [cell] }))
  const { added: fresh, changedFrom } = valueOf(
    await plans.setTargets({
      ...common,
      cells: [
        { ...cell, value: 120 },
        { ...cell, period: '2026-Q1', value: 30 },
      ],
    }),
  )
  valueOf(await plans.removeTargets({ targets: fresh.map(({ id, rev }) => ({ id, rev })) }))
  valueOf(
    await plans.setTargets({
      ...common,
      cells: changedFrom.map(({ indicatorCode, period, direction, value }) => ({
        indicatorCode,
        period,
        direction,
        value,
      })),
    }),
  )
  const held = valueOf(await plans.targetGrid({ year: 2026, scope: 'library', on: '2026-06-01' }))
  expect(held.map(({ period, value }) => [period, value])).toEqual([['2026', 100]])
})
