import { copyFileSync, existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createExchange } from '../host/exchange.ts'
import {
  finishedJob,
  openTestEngine,
  testFolder,
  valueOf,
  type Person,
  type TestEngine,
} from '../../test/support/engine.ts'
import {
  backupOf,
  enterTitle,
  openOther,
  packedBackupOf,
  stageJob,
  stageMerger,
  writeMerger,
} from '../../test/support/mergers.ts'
import { goldenFile } from '../../test/support/old-library.ts'
import { sha256 } from '../hash.ts'

let test: TestEngine
let person: Person

beforeEach(async () => {
  test = await openTestEngine({ dataDir: testFolder() })
  person = await test.as('administrator')
})
afterEach(async () => {
  expect(test.faults).toEqual([])
  await test.close()
})

async function neighbour() {
  const other = await openOther()
  await enterTitle(other, { title: 'Lịch sử Tiên Du', authors: 'Nguyễn Văn A', publishedYear: 2001 }, [
    {},
    { barcode: '99' },
  ])
  const { titleId } = await enterTitle(other, { title: 'Tạp chí Tiên Du' }, [])
  const { client } = other.person
  valueOf(
    await client.catalogue.updateTitle({ id: titleId, rev: 1, title: 'Tạp chí Tiên Du', material: 'serial' }),
  )
  valueOf(await client.catalogue.addTitle({ title: 'Hội Lim', material: 'article', hostId: titleId }))
  valueOf(
    await client.catalogue.setClass({
      titleIds: [1],
      class: 'local_history',
      evidence: 'QĐ 1',
      setOn: '2026-11-01',
    }),
  )
  return other
}

describe('what a library is taken from', () => {
  it('is a backup, which is never written into', async () => {
    const path = await packedBackupOf(await neighbour())
    const before = sha256(readFileSync(path).toString('base64'))
    const merger = await writeMerger(person, await stageMerger(test, person, path))
    expect(sha256(readFileSync(path).toString('base64'))).toBe(before)
    expect(readdirSync(join(path, '..'))).toHaveLength(2)
    const folder = join(test.engine.dataDir, 'mergers')
    expect(readdirSync(join(folder, readdirSync(folder)[0] ?? ''))).toEqual(['journal.gz'])
    expect(merger.journalHash).toMatch(/^[0-9a-f]{64}$/)
  })

  it('is the file of a library in use, with what stands in its log only', async () => {
    const other = await neighbour()
    expect(existsSync(join(other.dataDir, 'library.db-wal'))).toBe(true)
    const merger = await stageMerger(test, person, join(other.dataDir, 'library.db'))
    expect(merger.found).toMatchObject({ titles: 3, copies: 2 })
    await other.test.close()
  })

  it('is the whole export in open formats, which gives the same as the backup', async () => {
    const other = await neighbour()
    const exported = await finishedJob(other.person, 'interchange.exportAll', {})
    const { file } = exported.output as { file: { token: string; name: string } }
    const zip = join(testFolder(), file.name)
    copyFileSync(createExchange(other.dataDir).pathOf(file.token) ?? '', zip)
    const fromZip = await stageMerger(test, person, zip)
    const fromBackup = await stageMerger(test, person, await backupOf(other))
    const { leftBehind: _, ...found } = fromZip.found
    expect(fromBackup.found).toMatchObject(found)
    expect(fromZip).toMatchObject({
      fileKind: 'export',
      unitUuid: fromBackup.unitUuid,
      unitName: 'Thư viện huyện Tiên Du',
      isJournalWhole: true,
    })
    await writeMerger(person, fromZip)
    const { rows } = valueOf(await person.client.catalogue.search({ text: 'Hội Lim' }))
    const article = valueOf(await person.client.catalogue.title({ id: rows[0]?.id ?? 0 }))
    const host = valueOf(await person.client.catalogue.title({ id: article.hostId ?? 0 }))
    expect(host).toMatchObject({ title: 'Tạp chí Tiên Du', material: 'serial' })
    const { rows: local } = valueOf(await person.client.catalogue.search({ text: 'Lịch sử Tiên Du' }))
    expect(
      valueOf(await person.client.catalogue.record({ id: local[0]?.id ?? 0 })).record.fields.map(
        ({ tag }) => tag,
      ),
    ).not.toContain('952')
    expect(valueOf(await person.client.catalogue.classesOf({ titleId: local[0]?.id ?? 0 }))).toMatchObject([
      { class: 'local_history', evidence: 'QĐ 1' },
    ])
  })

  it('may be of an older program, and is brought up in the copy only', async () => {
    const path = join(testFolder(), 'library.db')
    copyFileSync(goldenFile('0070'), path)
    const before = readFileSync(path)
    const merger = await stageMerger(test, person, path)
    expect(merger.found.titles).toBeGreaterThan(0)
    expect(readFileSync(path).equals(before)).toBe(true)
    await writeMerger(person, merger)
  })

  it('leaves its journal word for word in a file of its own', async () => {
    const path = await backupOf(await neighbour())
    const merger = await stageMerger(test, person, path)
    const folder = join(test.engine.dataDir, 'mergers')
    const file = join(folder, readdirSync(folder)[0] ?? '', 'journal.gz')
    const lines = gunzipSync(readFileSync(file)).toString('utf8').trimEnd().split('\n')
    expect(lines).toHaveLength(merger.journalPosition)
    expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ hash: merger.journalHash })
  })

  it('leaves nothing behind when it is refused', async () => {
    const path = await backupOf(await neighbour())
    await writeMerger(person, await stageMerger(test, person, path))
    expect(await stageJob(test, person, path)).toMatchObject({
      state: 'failed',
      error: { code: 'already_merged', details: { name: 'Thư viện huyện Tiên Du' } },
    })
    expect(readdirSync(join(test.engine.dataDir, 'mergers'))).toHaveLength(1)
    expect(valueOf(await person.client.merger.mergers({})).rows).toHaveLength(1)
  })

  it('brings no name of its people along', async () => {
    await writeMerger(person, await stageMerger(test, person, await backupOf(await neighbour())))
    const { raw } = test.engine.connection
    const users = raw.prepare('select count(*) from user').pluck().get()
    expect(users).toBe(1)
    const text = raw.prepare('select group_concat(letterhead) from merger').pluck().get()
    expect(String(text)).not.toContain('signerName')
  })
})
