import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { InputOf } from '../../shared/contract.ts'
import type { SpecOf } from '../../shared/contracts.ts'
import { Lot } from '../../shared/inspection/contract.ts'
import { drawSample } from '../../shared/inspection/rules.ts'
import {
  codeOf,
  finishedJob,
  openTestEngine,
  valueOf,
  type Person,
  type TestEngine,
} from '../../test/support/engine.ts'
import { folderWith, scannedPages } from '../../test/support/scans.ts'
import { nextWaitingQuery } from './looking.ts'
import { lotQuery } from './lot.ts'

let test: TestEngine
let operator: Person
let inspector: Person

/** SH1, SH2 and SH3 at the stage of checking, with 40, 30 and 50 pages; the second was scanned by somebody else. */
beforeEach(async () => {
  test = await openTestEngine()
  inspector = await test.as('cataloguer')
  operator = await test.as('digitizer')
  const titleIds: number[] = []
  for (const title of ['Địa chí Hà Tĩnh', 'Báo Tiếng dân', 'Hương ước làng Quỳnh Đôi'])
    titleIds.push(valueOf(await inspector.client.catalogue.addTitle({ title })).id)
  const { id: projectId } = valueOf(
    await operator.client.digitization.addProject({ year: 2026, name: 'Sách cổ' }),
  )
  await finishedJob(operator, 'digitization.makeJobs', {
    selection: { ids: titleIds },
    projectId,
    name: 'Đợt 1',
  })
  await scan(operator, 1, { pages: 40, machine: 'Máy A3' })
  await scan(inspector, 2, { pages: 30, machine: 'Máy A3' })
  await scan(operator, 3, { pages: 50, machine: 'Máy A4' })
})
afterEach(async () => {
  expect(test.faults).toEqual([])
  await test.close()
})

const jobOf = async (id: number) => valueOf(await operator.client.digitization.job({ id }))

async function scan(by: Person, id: number, counted: { pages: number; machine: string }): Promise<void> {
  valueOf(await operator.client.digitization.move({ ids: [id], to: 'scan' }))
  const { stageId } = await jobOf(id)
  valueOf(await by.client.digitization.finish({ id, stageId, ...counted }))
  valueOf(await operator.client.digitization.move({ ids: [id], to: 'check' }))
}

type Drawing = Partial<InputOf<SpecOf<'inspection.draw'>>>
async function draw(more: Drawing = {}) {
  const plan = { name: 'Nghiệm thu đợt 1', lot: { batchId: 1 }, sizeBy: 'number', sizeValue: 12 } as const
  return operator.client.inspection.draw({ ...plan, seed: 2026, ...more })
}
const pagesOf = async (filters: object = {}) =>
  valueOf(await inspector.client.inspection.pages({ limit: 200, ...filters })).rows
const inspectionOf = async (id: number) => valueOf(await inspector.client.inspection.inspection({ id }))
async function judge(id: number, kindIds: number[] = [], by: Person = inspector) {
  const { rev } = valueOf(await by.client.inspection.page({ id }))
  return by.client.inspection.judge({ id, rev, kindIds })
}
/** Every page that nobody has looked at is found good. */
async function finishLooking(id: number): Promise<void> {
  for (const page of await pagesOf({ inspectionId: id, verdict: 'waiting' })) valueOf(await judge(page.id))
}

describe('drawing', () => {
  it('takes jobs that have reached the check, and records the plan and its seed', async () => {
    valueOf(await operator.client.digitization.move({ ids: [3], to: 'process' }))
    const inspection = valueOf(await draw())
    expect(inspection).toMatchObject({
      seed: 2026,
      jobs: 2,
      population: 70,
      counts: { size: 12 },
      batchName: 'Đợt 1',
    })
    const pages = await pagesOf({ inspectionId: inspection.id })
    expect(pages.map(({ place }) => place)).toEqual(Array.from({ length: 12 }, (_, at) => at + 1))
    const again = drawSample({ pagesByJob: [40, 30], size: 12, seed: 2026, fromEachJob: false })
    expect(pages.map(({ jobId, page }) => [jobId, page])).toEqual(
      again.map(({ job, page }) => [job + 1, page + 1]),
    )
    expect(pages[0]).toMatchObject({ code: 'SH1', scannedBy: 'Người digitizer', machine: 'Máy A3' })
  })

  it('draws a seed of its own, and a page of each job where asked for', async () => {
    const { id, seed } = valueOf(await draw({ seed: null, sizeValue: 1, fromEachJob: true }))
    expect(seed).toBeGreaterThan(0)
    expect((await pagesOf({ inspectionId: id })).map(({ jobId }) => jobId)).toEqual([1, 2, 3])
  })

  it('says beforehand what it would take, and which inspection was of the same lot', async () => {
    const { id, name } = valueOf(await draw())
    const preview = await operator.client.inspection.previewSample({ lot: { batchId: 1 } })
    expect(valueOf(preview)).toMatchObject({
      jobs: 3,
      population: 120,
      size: 20,
      acceptance: { critical: 0, major: 0, minor: 2 },
      earlier: { id, name },
    })
  })

  it('leaves out jobs whose pages nobody has counted, and says so', async () => {
    const made = { selection: { ids: [1] }, projectId: 1, name: 'Đợt 2', includesKnown: true }
    await finishedJob(operator, 'digitization.makeJobs', made)
    valueOf(await operator.client.digitization.move({ ids: [4], to: 'check' }))
    const refused = await draw({ lot: { batchId: 2 } })
    expect(refused).toMatchObject({ error: { code: 'nothing_to_inspect', details: { uncounted: 1 } } })
    expect(valueOf(await draw({ lot: { projectId: 1 } }))).toMatchObject({ jobs: 3, uncounted: 1 })
  })

  it('goes by the page files of a folder that was checked', async () => {
    const folder = { titleId: 1, jobId: 1, path: folderWith(scannedPages(3)), purpose: 'master' } as const
    const { id: folderId } = valueOf(await operator.client.preservation.linkFolder(folder))
    await finishedJob(operator, 'preservation.checkFolder', { id: folderId })
    const { id, population } = valueOf(await draw({ sizeValue: 83 }))
    expect(population).toBe(83)
    const [first, second] = await pagesOf({ inspectionId: id, jobId: 1 })
    expect(first).toMatchObject({ page: 1, path: expect.stringMatching(/0001/) as string })
    expect(second?.fileId).toBeGreaterThan(first?.fileId ?? 0)
  })
})

describe('looking', () => {
  it('gives two inspectors different pages, and a page that was left alone again after a while', async () => {
    const { id } = valueOf(await draw())
    const next = async (by: Person) => valueOf(await by.client.inspection.takeNext({ id })).pageId
    const mine = await next(inspector)
    const theirs = await next(operator)
    expect(theirs).not.toBe(mine)
    expect(await next(inspector)).toBe(mine)
    valueOf(await judge(theirs ?? 0, [1], operator))
    test.clock.nowMs += 11 * 60_000
    expect(await next(operator)).toBe(mine)
  })

  it('is refused to who saw an older verdict', async () => {
    valueOf(await draw())
    valueOf(await judge(1))
    expect(codeOf(await operator.client.inspection.judge({ id: 1, rev: 1, kindIds: [2] }))).toBe('stale')
  })

  it('counts a page once, as the worst that was found on it', async () => {
    const { id } = valueOf(await draw())
    valueOf(await judge(1, [1, 3, 2]))
    valueOf(await judge(2, [2]))
    valueOf(await judge(3))
    const inspection = await inspectionOf(id)
    expect(inspection.counts).toEqual({ size: 12, good: 1, critical: 1, major: 0, minor: 1 })
    expect(inspection.kinds.map(({ kindId, pages }) => [kindId, pages])).toEqual([
      [3, 1],
      [1, 1],
      [2, 2],
    ])
    const { rev } = valueOf(await inspector.client.inspection.page({ id: 1 }))
    valueOf(await inspector.client.inspection.takeBackVerdict({ id: 1, rev }))
    expect((await inspectionOf(id)).counts).toMatchObject({ good: 1, critical: 0 })
    expect((await pagesOf({ inspectionId: id, verdict: 'waiting' })).map((page) => page.id)).toContain(1)
  })

  it('notes what is wrong beside the sample without counting it', async () => {
    const { id } = valueOf(await draw({ sizeValue: 1 }))
    const [drawn] = await pagesOf({ inspectionId: id })
    const { page, code } = drawn ?? { page: 0, code: '' }
    const note = { inspectionId: id, kindIds: [4], page: page === 7 ? 8 : 7 }
    const outside = valueOf(await inspector.client.inspection.noteOutside({ ...note, code: 'sh2' }))
    expect(outside).toMatchObject({ place: null, code: 'SH2', verdict: 'bad' })
    expect(await inspectionOf(id)).toMatchObject({
      outside: 1,
      counts: { critical: 0 },
      standing: 'unfinished',
    })
    expect(codeOf(await inspector.client.inspection.noteOutside({ ...note, code, page }))).toBe('page_known')
    valueOf(await inspector.client.inspection.removeOutside({ id: outside.id }))
    expect(await inspectionOf(id)).toMatchObject({ outside: 0 })
  })
})

describe('closing', () => {
  const close = async (id: number, verdict: 'passed' | 'failed') => {
    const { rev } = await inspectionOf(id)
    return operator.client.inspection.close({ id, rev, verdict })
  }

  it('never passes a sample that is not finished, and freezes one that is', async () => {
    const { id } = valueOf(await draw())
    valueOf(await judge(1))
    expect(codeOf(await close(id, 'passed'))).toBe('not_finished')
    await finishLooking(id)
    expect(codeOf(await close(id, 'failed'))).toBe('verdict_differs')
    expect(valueOf(await close(id, 'passed'))).toMatchObject({ state: 'closed', verdict: 'passed' })
    expect(codeOf(await judge(1, [1]))).toBe('not_open')
    const kinds = valueOf(await inspector.client.inspection.kinds({}))
    const renamed = kinds.map((kind) => (kind.id === 1 ? { ...kind, name: 'Nhòe' } : kind))
    valueOf(await operator.client.inspection.saveKinds({ kinds: renamed }))
    const { rows } = await sql<{ paper: string; pagesHash: string }>`
      select paper, pagesHash from inspection`.execute(test.engine.connection.db)
    expect(rows[0]?.pagesHash).toMatch(/^[0-9a-f]{64}$/)
    expect(rows[0]?.paper).toContain('Lô ĐẠT')
  })

  it('fails before the sample is finished, and is opened again with a reason', async () => {
    const { id } = valueOf(await draw())
    valueOf(await judge(2, [3]))
    expect(valueOf(await close(id, 'failed'))).toMatchObject({ verdict: 'failed' })
    const reopened = await operator.client.inspection.reopen({ id, reason: 'Xem nhầm trang' })
    expect(valueOf(reopened)).toMatchObject({ state: 'open', verdict: null, reopenReason: 'Xem nhầm trang' })
  })
})

describe('what goes back', () => {
  it('are the jobs with findings, by an event with the reason, and they come back again', async () => {
    const { id } = valueOf(await draw({ sizeValue: 120 }))
    const [first] = await pagesOf({ inspectionId: id, jobId: 2 })
    valueOf(await judge(first?.id ?? 0, [1]))
    const { rows } = valueOf(await inspector.client.inspection.rescan({ id }))
    expect(rows).toMatchObject([{ code: 'SH2', isSentBack: false, pages: [{ page: 1, severity: 'major' }] }])
    const sent = valueOf(await operator.client.inspection.sendBack({ id, jobs: 'bad', reason: 'Trang 1 mờ' }))
    expect(sent).toMatchObject({ jobs: 1, left: 0 })
    const { stageKind, events } = await jobOf(2)
    expect(stageKind).toBe('scan')
    expect(events[0]).toMatchObject({ kind: 'sent_back', reason: 'Trang 1 mờ' })
    const listed = valueOf(await inspector.client.inspection.rescan({ id })).rows
    expect(listed).toMatchObject([{ isSentBack: true, stageKind: 'scan' }])
    const undone = await operator.client.inspection.undoSendBack({ id, actId: sent.actId })
    expect(valueOf(undone)).toEqual({ jobs: 1, left: 0 })
    expect((await jobOf(2)).stageKind).toBe('check')
  })

  it('is the whole lot once it has failed, done jobs too', async () => {
    let job = await jobOf(1)
    while (job.state === 'open') {
      if (job.stageKind === 'publish')
        valueOf(await operator.client.digitization.move({ ids: [1], to: 'preserve' }))
      else valueOf(await operator.client.digitization.finish({ id: 1, stageId: job.stageId }))
      job = await jobOf(1)
    }
    const { id } = valueOf(await draw())
    const whole = { id, jobs: 'whole', reason: 'Lô không đạt' } as const
    expect(codeOf(await operator.client.inspection.sendBack(whole))).toBe('not_failed')
    valueOf(await judge(1, [3]))
    const { rev } = await inspectionOf(id)
    valueOf(await operator.client.inspection.close({ id, rev, verdict: 'failed' }))
    expect(valueOf(await operator.client.inspection.sendBack(whole))).toMatchObject({ jobs: 3, left: 0 })
    expect(await jobOf(1)).toMatchObject({ state: 'open', stageKind: 'scan' })
    expect(codeOf(await operator.client.inspection.sendBack(whole))).toBe('nothing_to_send_back')
  })
})

describe('rates', () => {
  it('are of who scanned and on what, with the span in which the true share lies, and open their pages', async () => {
    const { id } = valueOf(await draw({ sizeValue: 120 }))
    await finishLooking(id)
    const [first, second] = await pagesOf({ inspectionId: id, jobId: 2 })
    for (const page of [first, second]) valueOf(await judge(page?.id ?? 0, [1]))
    const span = { from: '2026-11-01', to: '2026-11-30' }
    const rates = valueOf(await inspector.client.inspection.rates(span))
    expect(rates.total).toMatchObject({ pages: 120, bad: 2, kinds: [{ kindId: 1, pages: 2 }] })
    expect(rates.operators).toMatchObject([
      { name: 'Người digitizer', pages: 90, bad: 0, low: 0 },
      { name: 'Người cataloguer', pages: 30, bad: 2 },
    ])
    expect(rates.machines).toMatchObject([
      { machine: 'Máy A3', pages: 70, bad: 2 },
      { machine: 'Máy A4', pages: 50, bad: 0 },
    ])
    const userId = rates.operators[1]?.userId ?? 0
    expect(await pagesOf({ ...span, scannedById: userId, verdict: 'bad' })).toHaveLength(2)
    expect(await pagesOf({ ...span, machine: 'Máy A4' })).toHaveLength(50)
    const later = valueOf(await inspector.client.inspection.rates({ from: '2026-12-01', to: '2026-12-31' }))
    expect(later.total).toMatchObject({ pages: 0, low: 0, high: 1 })
  })
})

describe('papers', () => {
  it.each(['docx', 'pdf'] as const)('minutes are made as %s', async (format) => {
    const { id } = valueOf(await draw())
    const run = await finishedJob(inspector, 'inspection.produce', { id, format })
    expect(run).toMatchObject({ output: { file: { name: `bien-ban-nghiem-thu-dot-1.${format}` } } })
  })

  it.each(['xlsx', 'csv', 'pdf'] as const)('the rescan list is handed out as %s', async (format) => {
    const { id } = valueOf(await draw())
    valueOf(await judge(1, [1, 3]))
    const run = await finishedJob(inspector, 'inspection.exportRescan', { id, format })
    expect(run).toMatchObject({ output: { pages: 1, file: { name: `quet-lai-nghiem-thu-dot-1.${format}` } } })
  })
})

describe('at half a million files', () => {
  async function planOf(query: ReturnType<typeof sql>): Promise<string> {
    const { rows } = await sql<{ detail: string }>`explain query plan ${query}`.execute(
      test.engine.connection.db,
    )
    return rows.map(({ detail }) => detail).join('\n')
  }

  it('the next page is one step along an index', async () => {
    const asked = { inspectionId: 1, after: 5, userId: 1, heldSince: '2026-11-10' }
    const plan = await planOf(nextWaitingQuery(asked))
    expect(plan).toMatch(/SEARCH inspectionPage USING INDEX inspectionPageWaiting/)
    expect(plan).not.toContain('TEMP B-TREE')
  })

  it('a lot reads the files of its own folders only', async () => {
    const plan = await planOf(lotQuery(Lot.parse({ batchId: 1 })))
    expect(plan).toMatch(/SEARCH file USING (COVERING )?INDEX digitalFileByState/)
    expect(plan).not.toMatch(/SCAN (file|linked|digitizationJob|event)\b/)
  })
})
