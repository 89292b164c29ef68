import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
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
import { backupStem } from '../../shared/backup/contract.ts'
import { unpackTo } from '../../test/support/backups.ts'
import { databaseName } from '../folder.ts'
import { provenHoldings, takeSnapshot } from './snapshot.ts'
import { sha256 } from '../hash.ts'

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

it('is one file in the folder it names, with an export beside it, and is listed with its proof', async () => {
  const { state, output } = await make()
  const { folder, backups, lastProvenAt, lastProvenPlace } = await status()
  const stem = 'kho-sach-2026-11-10-09-00-00-000'
  expect(state).toBe('done')
  expect(output).toMatchObject({
    fileName: `${stem}.db.zst`,
    places: [{ placeId: 1, name: '', outcome: 'done' }],
  })
  expect(folder).toBe(join(dataDir, 'backups'))
  expect(backups).toMatchObject([
    { fileName: `${stem}.db.zst`, exportName: `${stem}.zip`, provenAt: '2026-11-10T02:00:00.000Z' },
  ])
  expect(readdirSync(folder).toSorted()).toEqual([`${stem}.db.zst`, `${stem}.zip`])
  const lying = readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0)
  expect(lying).toBe(backups[0]?.size)
  expect({ lastProvenAt, lastProvenPlace }).toEqual({
    lastProvenAt: '2026-11-10T02:00:00.000Z',
    lastProvenPlace: '',
  })
})

it('is one moment of the library though others write and the log is emptied meanwhile', async () => {
  const file = join(testFolder(), databaseName)
  const { raw } = test.engine.connection
  let isTaken = false
  const taking = takeSnapshot(join(dataDir, databaseName), file, () => {
    raw.pragma('wal_checkpoint(PASSIVE)')
  }).then(() => (isTaken = true))
  for (let n = 0; n < 300 && !isTaken; n += 1) {
    valueOf(await administrator.client.catalogue.addTitle({ title: `Trong lúc chép ${n}` }))
    if (n % 5 === 0) raw.pragma('wal_checkpoint(PASSIVE)')
  }
  await taking
  expect(await provenHoldings(file)).toMatchObject({ libraryName: 'Thư viện thử nghiệm' })
})

it('opens as a library with everything up to the copy, and nothing after', async () => {
  await make()
  valueOf(await administrator.client.catalogue.addTitle({ title: 'Sau khi sao' }))
  const { folder, backups } = await status()
  const elsewhere = testFolder()
  await unpackTo(join(folder, backups[0]?.fileName ?? ''), join(elsewhere, databaseName))
  const restored = await openTestEngine({ dataDir: elsewhere })
  const person = await restored.as('administrator')
  expect(valueOf(await person.client.catalogue.search({})).rows.map(({ title }) => title)).toEqual([
    'Trước khi sao',
  ])
  expect((await finishedJob(person, 'journal.verifyChain')).output).toMatchObject({ isWhole: true })
  await restored.close()
})

describe('the files beside the database', () => {
  const keep = (path: string, text: string) => {
    const file = join(dataDir, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
    return file
  }
  const last = async () => {
    const { folder, backups } = await status()
    const [newest] = backups
    if (!newest) throw new Error('no backup')
    return { ...newest, place: join(folder, backupStem(newest.fileName)) }
  }

  it('go along in a folder of the same name, with a list any program can check', async () => {
    keep('papers/a.pdf', 'tờ trình đã ký')
    keep('mergers/3/journal.jsonl', '{}')
    keep('papers/b.pdf.part', 'còn đang chép')
    await make()
    const { place, size, fileCount, fileName } = await last()
    expect(fileCount).toBe(2)
    expect(readFileSync(join(place, 'papers/a.pdf'), 'utf8')).toBe('tờ trình đã ký')
    expect(readFileSync(join(place, 'SHA256SUMS'), 'utf8').split('\n')).toEqual([
      `${sha256('tờ trình đã ký')}  papers/a.pdf`,
      `${sha256('{}')}  mergers/3/journal.jsonl`,
      '',
    ])
    const bytes = Buffer.byteLength('tờ trình đã ký') + 2
    expect(size).toBe(statSync(`${place}.db.zst`).size + statSync(`${place}.zip`).size + bytes)
    expect(fileName).toBe(`${backupStem(fileName)}.db.zst`)
  })

  it('take no room twice, nor do those of the backup before while they are what they were', async () => {
    const same = 'một ảnh cho hai giấy tờ'
    keep('papers/a.pdf', same)
    keep('papers/b.pdf', same)
    await make()
    const first = await last()
    expect(statSync(join(first.place, 'papers/a.pdf')).nlink).toBe(2)
    test.clock.nowMs += 60_000
    writeFileSync(join(first.place, 'papers/a.pdf'), 'hỏng trên đĩa')
    await make()
    const second = await last()
    expect(readFileSync(join(second.place, 'papers/a.pdf'), 'utf8')).toBe(same)
    expect(statSync(join(dataDir, 'papers/a.pdf')).nlink).toBe(1)
  })

  it('of a backup whose database never came are cleared away, and a folder of somebody else is not', async () => {
    const left = join(dataDir, 'backups/kho-sach-2026-01-01-00-00-00-000')
    const own = join(dataDir, 'backups/Năm cũ')
    for (const folder of [left, own]) mkdirSync(folder, { recursive: true })
    await make()
    expect([existsSync(left), existsSync(own)]).toEqual([false, true])
  })
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
  expect(readdirSync(good.folder)).toHaveLength(2)
})

it('is made by those who answer for the library', async () => {
  expect(codeOf(await (await test.as('director')).client.backup.make({}))).toBe('ok')
  expect(codeOf(await (await test.as('cataloguer')).client.backup.make({}))).toBe('forbidden')
})

it('shows none in a folder where none was made', async () => {
  expect(await status()).toMatchObject({ lastProvenAt: null, backups: [] })
  expect(existsSync(join(dataDir, 'backups'))).toBe(false)
})
