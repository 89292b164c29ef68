import { copyFileSync, existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import {
  codeOf,
  finishedJob,
  openTestEngine,
  testFolder,
  valueOf,
  type Person,
  type TestEngine,
} from '../../test/support/engine.ts'
import { writeByHand } from '../../test/support/prepared.ts'
import { databaseName } from '../folder.ts'

let test: TestEngine
let dataDir: string
let administrator: Person

beforeEach(async () => {
  dataDir = testFolder()
  test = await openTestEngine({ dataDir })
  administrator = await test.as('administrator')
  valueOf(await administrator.client.catalogue.addTitle({ title: 'Trước khi sao' }))
})
afterEach(async () => {
  expect(test.faults).toEqual([])
  await test.close()
})

const make = () => finishedJob(administrator, 'backup.make')
const status = async () => valueOf(await administrator.client.backup.status({}))

it('is one file in the folder it names, and is listed with its proof', async () => {
  const { state, output } = await make()
  const { folder, backups, lastProvenAt } = await status()
  expect(state).toBe('done')
  expect(folder).toBe(join(dataDir, 'backups'))
  expect(backups).toEqual([output])
  expect(backups).toMatchObject([
    { fileName: 'kho-sach-2026-11-10-09-00-00-000.db', provenAt: '2026-11-10T02:00:00.000Z' },
  ])
  expect(readdirSync(folder)).toEqual(['kho-sach-2026-11-10-09-00-00-000.db'])
  expect(statSync(join(folder, backups[0]?.fileName ?? '')).size).toBe(backups[0]?.size)
  expect(lastProvenAt).toBe('2026-11-10T02:00:00.000Z')
})

it('opens as a library with everything up to the copy, and nothing after', async () => {
  await make()
  valueOf(await administrator.client.catalogue.addTitle({ title: 'Sau khi sao' }))
  const { folder, backups } = await status()
  const elsewhere = testFolder()
  copyFileSync(join(folder, backups[0]?.fileName ?? ''), join(elsewhere, databaseName))
  const restored = await openTestEngine({ dataDir: elsewhere })
  const person = await restored.as('administrator')
  expect(valueOf(await person.client.catalogue.search({})).rows.map(({ title }) => title)).toEqual([
    'Trước khi sao',
  ])
  expect((await finishedJob(person, 'journal.verifyChain')).output).toMatchObject({ isWhole: true })
  await restored.close()
})

it('that does not stand its test is not kept, and the last good one stays the last', async () => {
  await make()
  const good = await status()
  test.clock.nowMs += 60_000
  writeByHand(dataDir, [
    'drop trigger journalRow_no_update',
    "update journalRow set after = '{}' where id = 1",
  ])
  const { state, error } = await make()
  expect({ state, code: error?.code }).toEqual({ state: 'failed', code: 'copy_failed_proof' })
  expect(await status()).toEqual(good)
  expect(readdirSync(good.folder)).toHaveLength(1)
})

it('is made by those who answer for the library', async () => {
  expect(codeOf(await (await test.as('director')).client.backup.make({}))).toBe('ok')
  expect(codeOf(await (await test.as('cataloguer')).client.backup.make({}))).toBe('forbidden')
})

it('shows none in a folder where none was made', async () => {
  expect(await status()).toMatchObject({ lastProvenAt: null, backups: [] })
  expect(existsSync(join(dataDir, 'backups'))).toBe(false)
})
