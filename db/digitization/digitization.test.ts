import { afterEach, beforeEach, expect, it } from 'vitest'
import { openTestEngine, valueOf, type TestEngine } from '../../test/support/engine.ts'
import { fail } from '../failure.ts'
import { jobsOfTitle, recordCounts, requireJob, requireRights } from './index.ts'

let test: TestEngine
let titleId = 0
const day = '2026-11-10'

beforeEach(async () => {
  test = await openTestEngine()
  const { client } = await test.as('cataloguer')
  titleId = valueOf(await client.catalogue.addTitle({ title: 'Thanh Hóa chư thần lục' })).id
  test.engine.connection.raw.exec(`
    insert into digitizationPlan (year) values (2026);
    insert into digitizationProject (planId, name, manner) values (1, 'Sách Hán Nôm', 'in_house');
    insert into digitizationJob (code, titleId, projectId, class, material, templateVersionId, stageId, state,
        createdAt, updatedAt)
      select 'SH1', ${titleId}, 1, 'ancient', 'hannom', versionId, id, 'open', '', ''
      from digitizationStage where versionId = 2 and place = 3`)
})
afterEach(async () => {
  expect(test.faults).toEqual([])
  await test.close()
})

function decide(decidedOn: string, status: string, expiresOn: string | null = null): void {
  test.engine.connection.raw
    .prepare(
      `insert into digitizationRights (titleId, status, basis, evidence, decidedOn, decidedBy, expiresOn, createdAt)
       values (?, ?, 'Luật', 'Công văn 1', ?, 'Lê Văn A', ?, '')`,
    )
    .run(titleId, status, decidedOn, expiresOn)
}
const statusOn = async (on: string) =>
  (await requireRights(test.engine.connection.db, titleId, on))?.status ?? null

it('a job says of which title it is and at which stage', async () => {
  const { db } = test.engine.connection
  const job = { code: 'SH1', title: 'Thanh Hóa chư thần lục', stageKind: 'scan', takenByName: '' }
  expect(await requireJob(db, 1, fail)).toMatchObject(job)
  expect(await jobsOfTitle(db, titleId)).toMatchObject([job])
  await expect(requireJob(db, 9, fail)).rejects.toThrow('job_not_found')
})

it('what was counted is an event that nobody alters or removes', async () => {
  const { db, raw } = test.engine.connection
  const counts = { jobId: 1, pages: 320, files: 321, bytes: 9_000_000 }
  await recordCounts(db, counts, { now: '2026-11-10T02:00:00Z', today: day, userId: null })
  expect(raw.prepare('select kind, stageKind, pages, files from digitizationEvent').all()).toEqual([
    { kind: 'counted', stageKind: 'scan', pages: 320, files: 321 },
  ])
  expect(() => raw.exec('update digitizationEvent set pages = 400')).toThrow('append-only')
  expect(() => raw.exec('delete from digitizationEvent')).toThrow('append-only')
})

it('rights are what was decided last by that day, and unknown again once that has run out', async () => {
  expect(await statusOn(day)).toBeNull()
  decide('2026-01-05', 'public_domain')
  decide('2026-03-01', 'licensed', '2026-06-30')
  expect(await statusOn('2026-01-04')).toBeNull()
  expect(await statusOn('2026-02-28')).toBe('public_domain')
  expect(await statusOn('2026-06-30')).toBe('licensed')
  expect(await statusOn('2026-07-01')).toBeNull()
})
