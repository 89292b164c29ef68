import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { InputOf } from '../../shared/contract.ts'
import type { SpecOf } from '../../shared/contracts.ts'
import {
  codeOf,
  finishedJob,
  openTestEngine,
  testFolder,
  valueOf,
  type Person,
  type TestEngine,
} from '../../test/support/engine.ts'
import { createExchange } from '../host/exchange.ts'
import { fail } from '../failure.ts'
import { jobsOfTitle, recordCounts, requireJob } from './index.ts'

let test: TestEngine
let operator: Person
let projectId = 0
let titleIds: number[] = []

beforeEach(async () => {
  test = await openTestEngine({ dataDir: testFolder() })
  const clerk = await test.as('cataloguer')
  operator = await test.as('digitizer')
  titleIds = []
  for (const [title, material] of [
    ['Thanh Hóa chư thần lục', 'hannom'],
    ['Địa chí Hà Tĩnh', 'book'],
    ['Báo Tiếng dân', 'book'],
  ] as const)
    titleIds.push(valueOf(await clerk.client.catalogue.addTitle({ title, material })).id)
  const set = {
    titleIds: titleIds.slice(0, 1),
    class: 'ancient',
    evidence: 'Sắc phong 1890',
    setOn: '2026-01-01',
  } as const
  valueOf(await clerk.client.catalogue.setClass(set))
  const own = { status: 'own', basis: 'Tài liệu nội sinh', evidence: 'QĐ 12', decidedBy: 'Lê Văn A' } as const
  valueOf(
    await operator.client.digitization.decideRights({ ...own, titleIds: titleIds, decidedOn: '2026-01-02' }),
  )
  projectId = valueOf(await operator.client.digitization.addProject({ year: 2026, name: 'Sách cổ' })).id
})
afterEach(async () => {
  expect(test.faults).toEqual([])
  await test.close()
})

type Making = Partial<InputOf<SpecOf<'digitization.makeJobs'>>>
async function make(more: Making = {}) {
  const input = { selection: { ids: titleIds }, projectId, name: 'Đợt 1', ...more }
  return finishedJob(operator, 'digitization.makeJobs', input)
}
const list = async (filters: object = {}) =>
  valueOf(await operator.client.digitization.jobs({ limit: 200, state: null, ...filters })).rows
const job = async (id: number) => valueOf(await operator.client.digitization.job({ id }))
async function finish(id: number, more: object = {}) {
  const { stageId } = await job(id)
  return operator.client.digitization.finish({ id, stageId, ...more })
}
/** As far as a kind of work, one stage after another. */
async function bringTo(id: number, kind: string): Promise<void> {
  while ((await job(id)).stageKind !== kind) valueOf(await finish(id))
}

describe('making jobs', () => {
  it('gives each title a job of its own, by the template of its material and in its first class', async () => {
    expect(await make()).toMatchObject({ output: { jobs: 3, known: 0, withoutCopies: 0 } })
    expect(await list({ sort: 'newest' })).toMatchObject([
      { code: 'SH3', title: 'Báo Tiếng dân', class: 'other', stageKind: 'select' },
      { code: 'SH2', title: 'Địa chí Hà Tĩnh', class: 'other' },
      { code: 'SH1', title: 'Thanh Hóa chư thần lục', class: 'ancient', material: 'hannom' },
    ])
    const stages = (await job(1)).stages.map(({ kind }) => kind)
    expect(stages).toHaveLength(9)
    expect(stages).not.toContain('ocr')
    expect((await job(2)).stages).toHaveLength(10)
  })

  it('leaves out titles that have one, and parts many into batches', async () => {
    await make({ selection: { ids: titleIds.slice(0, 1) } })
    const made = await make({ batchSize: 1, name: 'Đợt' })
    expect(made).toMatchObject({ output: { jobs: 2, known: 1, batchIds: [2, 3] } })
    const batches = valueOf(await operator.client.digitization.batches({}))
    expect(batches.map(({ name }) => name)).toEqual(['Đợt – 2', 'Đợt – 1', 'Đợt 1'])
    expect(await make()).toMatchObject({ state: 'failed', error: { code: 'nothing_to_make' } })
  })

  it('is taken back as if it had never been, and its numbers are given to no other job', async () => {
    await make()
    expect(valueOf(await operator.client.digitization.takeBackBatch({ id: 1 }))).toEqual({ jobs: 3 })
    expect(await list()).toEqual([])
    await make()
    expect((await list()).map(({ code }) => code)).toEqual(['SH4', 'SH5', 'SH6'])
    valueOf(await finish(4))
    expect(codeOf(await operator.client.digitization.takeBackBatch({ id: 2 }))).toBe('batch_begun')
  })
})

describe('a job on its way', () => {
  beforeEach(async () => void (await make()))

  it('goes from stage to stage, and is done after the last', async () => {
    await bringTo(1, 'scan')
    valueOf(await finish(1, { pages: 320, machine: 'Máy quét A3' }))
    expect(await job(1)).toMatchObject({ stageKind: 'process', state: 'open' })
    await bringTo(1, 'preserve')
    valueOf(await finish(1))
    const { state, events } = await job(1)
    expect(state).toBe('done')
    expect(events.find(({ pages }) => pages === 320)).toMatchObject({
      kind: 'finished',
      stageKind: 'scan',
      machine: 'Máy quét A3',
    })
    expect(valueOf(await operator.client.digitization.machines({}))).toEqual(['Máy quét A3'])
    expect(codeOf(await finish(1))).toBe('job_not_open')
  })

  it('is not finished twice by two who saw the same stage', async () => {
    const { stageId } = await job(1)
    valueOf(await operator.client.digitization.finish({ id: 1, stageId }))
    expect(codeOf(await operator.client.digitization.finish({ id: 1, stageId }))).toBe('stage_moved')
  })

  it('goes back with a reason, to a stage before only', async () => {
    await bringTo(1, 'check')
    const { stages, stageId } = await job(1)
    const scan = stages.find(({ kind }) => kind === 'scan')?.id ?? 0
    const last = stages.at(-1)?.id ?? 0
    const back = { id: 1, stageId, reason: 'Trang 12 mờ' }
    expect(codeOf(await operator.client.digitization.sendBack({ ...back, toStageId: last }))).toBe(
      'stage_not_before',
    )
    valueOf(await operator.client.digitization.sendBack({ ...back, toStageId: scan }))
    expect((await job(1)).events[0]).toMatchObject({
      kind: 'sent_back',
      toStageName: 'Quét',
      reason: 'Trang 12 mờ',
    })
    const returned = async () =>
      valueOf(await operator.client.digitization.jobs({ taken: 'back' })).rows.map(({ id }) => id)
    expect(await returned()).toEqual([1])
    valueOf(await finish(1))
    expect(await returned()).toEqual([])
  })

  it('what was done last is taken back, and nothing that something followed', async () => {
    const first = valueOf(await finish(1))
    const second = valueOf(await finish(1))
    expect(codeOf(await operator.client.digitization.recall({ eventId: first.eventId }))).toBe(
      'event_followed',
    )
    valueOf(await operator.client.digitization.recall({ eventId: second.eventId }))
    const { stageKind, events } = await job(1)
    expect(stageKind).toBe('prepare')
    expect(events.map(({ kind, isUndone }) => [kind, isUndone])).toEqual([
      ['recalled', false],
      ['finished', true],
      ['finished', false],
      ['made', false],
    ])
  })

  it('is held by one person until it is finished or handed back', async () => {
    const other = await test.as('cataloguer')
    valueOf(await operator.client.digitization.take({ ids: [1, 2] }))
    expect(codeOf(await other.client.digitization.take({ ids: [1] }))).toBe('held_by_somebody')
    const { stageId } = await job(1)
    expect(codeOf(await other.client.digitization.finish({ id: 1, stageId }))).toBe('held_by_somebody')
    expect(codeOf(await other.client.digitization.handBack({ ids: [1] }))).toBe('held_by_somebody')
    expect((await list({ taken: 'mine' })).map(({ id }) => id)).toEqual([1, 2])
    expect((await list({ taken: 'pool' })).map(({ id }) => id)).toEqual([3])
    valueOf(await finish(1))
    expect(await job(1)).toMatchObject({ takenById: null })
    expect(valueOf(await operator.client.digitization.handBack({ ids: [2] }))).toEqual({ jobs: 1 })
    valueOf(await other.client.digitization.take({ ids: [3] }))
    expect(valueOf(await operator.client.digitization.handBack({ ids: [3] }))).toEqual({ jobs: 1 })
  })

  it('many move at once, and back again but for those that went on', async () => {
    const moved = valueOf(await operator.client.digitization.move({ ids: [1, 2, 3], to: 'check' }))
    expect(moved.jobs).toBe(3)
    expect((await list()).map(({ stageKind }) => stageKind)).toEqual(['check', 'check', 'check'])
    valueOf(await finish(2))
    const undone = valueOf(await operator.client.digitization.undoMove({ actId: moved.actId }))
    expect(undone).toEqual({ jobs: 2, left: 1 })
    expect((await list()).map(({ stageKind }) => stageKind)).toEqual(['select', 'ocr', 'select'])
    expect(codeOf(await operator.client.digitization.move({ ids: [1, 2], to: 'ocr' }))).toBe('stage_lacking')
  })

  it('is cancelled with a reason and opened again where it stood', async () => {
    await bringTo(1, 'scan')
    valueOf(await operator.client.digitization.cancelJobs({ ids: [1], reason: 'Bản gốc đã hỏng' }))
    expect(codeOf(await finish(1))).toBe('job_not_open')
    valueOf(await operator.client.digitization.reopenJobs({ ids: [1] }))
    expect(await job(1)).toMatchObject({ state: 'open', stageKind: 'scan' })
    expect(codeOf(await operator.client.digitization.reopenJobs({ ids: [1] }))).toBe('job_is_open')
  })

  it('stands on the board where its work waits, what is urgent first', async () => {
    valueOf(await operator.client.digitization.prioritise({ ids: [3], priority: 3 }))
    await bringTo(1, 'scan')
    const board = valueOf(await operator.client.digitization.board({}))
    const shown = board.filter(({ jobs }) => jobs > 0)
    expect(shown).toMatchObject([
      { kind: 'select', jobs: 2, urgent: 1, first: [{ id: 3 }, { id: 2 }] },
      { kind: 'scan', jobs: 1, first: [{ id: 1 }] },
    ])
  })

  it('is found by its slip, whatever case the scanner sends, and by words of its title', async () => {
    const byCode = async (code: string) => valueOf(await operator.client.digitization.jobsByCode({ code }))
    expect((await byCode('sh2')).map(({ id }) => id)).toEqual([2])
    expect(await byCode('SH99')).toEqual([])
    expect((await list({ text: 'dia chi' })).map(({ id }) => id)).toEqual([2])
  })
})

describe('what others lean on', () => {
  beforeEach(async () => void (await make()))

  it('a job says of which title it is and at which stage', async () => {
    const { db } = test.engine.connection
    expect(await requireJob(db, 1, fail)).toMatchObject({ code: 'SH1', stageKind: 'select', takenByName: '' })
    expect(await jobsOfTitle(db, titleIds[0] ?? 0)).toHaveLength(1)
    await expect(requireJob(db, 9, fail)).rejects.toThrow('job_not_found')
  })

  it('what was counted is an event that nobody alters or removes', async () => {
    const { db, raw } = test.engine.connection
    const counts = { jobId: 1, pages: 320, files: 321, bytes: 9_000_000 }
    await recordCounts(db, counts, { now: '2026-11-10T02:00:00Z', today: '2026-11-10', userId: null })
    expect((await job(1)).events[0]).toMatchObject({ kind: 'counted', pages: 320, files: 321 })
    expect(() => raw.exec('update digitizationEvent set pages = 400')).toThrow('append-only')
    expect(() => raw.exec("delete from digitizationEvent where kind = 'counted'")).toThrow('append-only')
  })
})

describe('templates', () => {
  const stages = [
    { kind: 'scan', name: 'Quét', role: null },
    { kind: 'check', name: 'Kiểm tra', role: null },
  ] as const
  const templates = async () => valueOf(await operator.client.digitization.templates({}))

  it('change in place until a job follows them, and then as a new version', async () => {
    const fields = { name: 'Báo cũ', material: null }
    const added = valueOf(await operator.client.digitization.addTemplate({ ...fields, stages: [...stages] }))
    const shorter = { ...fields, id: added.id, stages: stages.slice(0, 1) }
    const changed = valueOf(await operator.client.digitization.updateTemplate({ ...shorter, rev: added.rev }))
    expect(changed).toMatchObject({ version: 1, stages: [{ kind: 'scan' }] })
    await make({ templateId: added.id })
    const longer = { ...fields, id: added.id, rev: changed.rev, stages: [...stages] }
    expect(valueOf(await operator.client.digitization.updateTemplate(longer))).toMatchObject({
      version: 2,
      jobs: 0,
    })
    expect((await job(1)).stages).toHaveLength(1)
  })

  it('one stays in use', async () => {
    for (const { id, rev } of (await templates()).slice(1))
      valueOf(await operator.client.digitization.retireTemplate({ id, rev, isRetired: true }))
    const [last] = await templates()
    const retire = { id: last?.id ?? 0, rev: last?.rev ?? 0, isRetired: true }
    expect(codeOf(await operator.client.digitization.retireTemplate(retire))).toBe('last_template')
  })
})

it('slips are a sheet to cut, an eighth for each open job', async () => {
  await make()
  const { output } = await finishedJob(operator, 'digitization.printSlips', { source: { batchId: 1 } })
  const { file, slips } = output as { file: { token: string }; slips: number }
  expect(slips).toBe(3)
  const path = createExchange(test.engine.dataDir).pathOf(file.token) ?? ''
  expect(readFileSync(path).subarray(0, 5).toString()).toBe('%PDF-')
})
