import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import {
  finishedJob,
  openTestEngine,
  testFolder,
  valueOf,
  type Person,
  type TestEngine,
} from '../../test/support/engine.ts'
import { stageFile } from '../../test/support/import-runs.ts'
import { foreignRecord } from '../../test/support/marc-file.ts'

let test: TestEngine
let cataloguer: Person

beforeEach(async () => {
  test = await openTestEngine({ dataDir: testFolder() })
  cataloguer = await test.as('cataloguer')
})
afterEach(async () => {
  expect(test.faults).toEqual([])
  await test.close()
})

it('reads the kept files of a run once more: words explained are known, decisions stay, the run before is gone', async () => {
  const before = await stageFile(
    test,
    cataloguer,
    [1, 2, 3].map((number) => foreignRecord(number)),
  )
  expect(before.counts.unknownValues).toContainEqual({ kind: 'site', text: 'TVT', count: 6 })
  const lines = async (runId: number) => valueOf(await cataloguer.client.interchange.records({ runId })).rows
  const [, second] = await lines(before.id)
  const recordIds = [second?.id ?? 0]
  valueOf(await cataloguer.client.interchange.decide({ runId: before.id, recordIds, decision: 'skip' }))

  const { profile, ...options } = before.options
  const valueMaps = { ...profile.valueMaps, site: { tvt: '1' } }
  const job = await finishedJob(cataloguer, 'interchange.stage', {
    ...options,
    profile: { ...profile, valueMaps },
    files: [],
    againRunId: before.id,
  })
  const { runId } = job.output as { runId: number }
  const after = valueOf(await cataloguer.client.interchange.run({ id: runId }))
  expect(after).toMatchObject({ state: 'staged', files: before.files, hasFile: true })
  expect(after.counts.unknownValues.filter(({ kind }) => kind === 'site')).toEqual([])
  expect((await lines(runId)).map(({ decision }) => decision)).toEqual([null, 'skip', null])
  expect(await cataloguer.client.interchange.run({ id: before.id })).toMatchObject({
    error: { code: 'run_not_found' },
  })
  expect(readdirSync(join(test.engine.dataDir, 'imports'))).toHaveLength(1)
})

it('leaves the run as it was where its files are gone', async () => {
  const run = await stageFile(test, cataloguer, [foreignRecord(1)])
  const folder = join(test.engine.dataDir, 'imports')
  expect(existsSync(folder)).toBe(true)
  rmSync(folder, { recursive: true })
  const job = await finishedJob(cataloguer, 'interchange.stage', {
    ...run.options,
    files: [],
    againRunId: run.id,
  })
  expect(job).toMatchObject({ state: 'failed', error: { code: 'file_gone' } })
  expect(valueOf(await cataloguer.client.interchange.run({ id: run.id })).state).toBe('staged')
})
