import { execFile } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { zstdDecompressSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Reply } from '../../shared/contract.ts'
import {
  finishedJob,
  openTestEngine,
  testFolder,
  testPassword,
  valueOf,
  writeTestFile,
  type Person,
  type TestEngine,
} from '../../test/support/engine.ts'
import { personalRows } from '../../test/support/personal-rows.ts'
import { newCode, newPlace, startReceiver } from '../../test/ministry/support/receiver.ts'
import { openSpoiltLine } from '../../test/support/spoilt-line.ts'
import { fileFrom, makeKey, nameLibrary, signQuarter } from '../../test/support/signed.ts'
import { createExchange } from '../host/exchange.ts'
import { createLog } from '../log.ts'
import { hiddenColumns, privacy, type TableName } from '../privacy.ts'
import { openPackage } from './crypto.ts'

let test: TestEngine
let director: Person

beforeEach(async () => {
  test = await openTestEngine({ dataDir: testFolder() })
  director = await test.as('director')
  await makeKey(test)
})
afterEach(async () => {
  expect(test.faults).toEqual([])
  await test.close()
})

const exported = (periodId: number) => fileFrom(test, director, 'sync.exportPackage', { periodId })
const headerLength = 'KHOSACH1\n'.length + 64 + 1
const textOf = (bytes: Buffer) => zstdDecompressSync(bytes.subarray(headerLength)).toString('utf8')
const payloadOf = (bytes: Buffer) =>
  (JSON.parse(textOf(bytes)) as { payload: Record<string, unknown> }).payload

async function verify(bytes: Uint8Array, { engine, as }: TestEngine = test) {
  const file = await createExchange(engine.dataDir).admit(writeTestFile('p.khosach', bytes))
  return finishedJob(await as('reader'), 'sync.verifyPackage', { file })
}

describe('a package', () => {
  it('is the same bytes each time, whatever changed since', async () => {
    await nameLibrary(test)
    const { id } = await signQuarter(test)
    const first = await exported(id)
    test.clock.nowMs += 60_000
    await nameLibrary(test, { name: 'Tên mới', code: 'TV-99' })
    valueOf(
      await (await test.as('cataloguer')).client.catalogue.addTitle({ title: 'Mới', addedOn: '2026-08-01' }),
    )
    const second = await exported(id)
    expect(second.name).toBe('01-TV-01-2026-Q3-1.khosach')
    expect(second.bytes.equals(first.bytes)).toBe(true)
    expect(valueOf(await director.client.sync.status({})).packages).toHaveLength(1)
  })

  it('says what was signed, and where the journal stood', async () => {
    await nameLibrary(test)
    valueOf(
      await (
        await test.as('cataloguer')
      ).client.catalogue.addTitle({ title: 'Một', material: 'digital', addedOn: '2026-08-01' }),
    )
    const { id } = await signQuarter(test)
    const { journalHead, figuresHash, signedAt } = valueOf(await director.client.reports.period({ id }))
    expect(payloadOf((await exported(id)).bytes)).toMatchObject({
      figures: expect.arrayContaining([{ code: 'M2b.06', version: 2, status: 'known', value: 1 }]),
      journalHead,
      figuresHash,
      signedAt,
      signerRole: 'director',
      revision: 1,
      previousHash: null,
      period: { from: '2026-07-01', to: '2026-09-30' },
    })
  })

  it('names the one before it, so that a missing one is noticed', async () => {
    await nameLibrary(test)
    const spring = await signQuarter(test, { period: '2026-Q2' })
    const summer = await signQuarter(test)
    expect(valueOf(await director.client.sync.status({})).unsent).toBe(2)
    await exported(spring.id)
    const [{ hash } = { hash: '' }] = valueOf(await director.client.sync.status({})).packages
    expect(payloadOf((await exported(summer.id)).bytes)['previousHash']).toBe(hash)
    expect(valueOf(await director.client.sync.status({})).unsent).toBe(0)
  })

  it('is known as our own here, and as somebody else’s anywhere else', async () => {
    await nameLibrary(test)
    const { bytes } = await exported((await signQuarter(test)).id)
    expect((await verify(bytes)).output).toMatchObject({ isOurs: true })
    const other = await openTestEngine({ dataDir: testFolder() })
    const seenThere = await verify(bytes, other)
    expect(seenThere.output).toMatchObject({
      isOurs: false,
      payload: { library: { code: 'TV-01' } },
    })
    await other.close()
  })

  it('is believed in no other form: each flipped byte shows', async () => {
    await nameLibrary(test)
    const { bytes } = await exported((await signQuarter(test)).id)
    expect(openPackage(bytes).ok).toBe(true)
    for (let at = 0; at < bytes.length; at++) {
      const flipped = Buffer.from(bytes)
      flipped[at] = (flipped[at] ?? 0) ^ 1
      expect(openPackage(flipped).ok, `byte ${at}`).toBe(false)
    }
    const longer = await verify(Buffer.concat([bytes, Buffer.from([0])]))
    expect(longer).toMatchObject({ state: 'failed', error: { code: 'package_altered' } })
  })

  it('leaves nothing written when the quarter is not signed', async () => {
    await nameLibrary(test)
    const { id } = valueOf(await director.client.reports.openPeriod({ period: '2026-Q3' }))
    expect(await finishedJob(director, 'sync.exportPackage', { periodId: id })).toMatchObject({
      state: 'failed',
      error: { code: 'period_not_signed' },
    })
    expect(valueOf(await director.client.sync.status({})).packages).toEqual([])
  })
})

describe('the command line', () => {
  const script = fileURLToPath(new URL('../host/cli.ts', import.meta.url))

  function verifyFile(file: string): Promise<{ reply: Reply; exitCode: number }> {
    return new Promise((resolve) => {
      execFile(process.execPath, [script, 'verify', file], (error, stdout) =>
        resolve({ reply: JSON.parse(stdout) as Reply, exitCode: Number(error?.code ?? 0) }),
      )
    })
  }

  it('accepts a package without any database, and refuses it with one byte flipped', async () => {
    await nameLibrary(test)
    const { bytes } = await exported((await signQuarter(test)).id)
    const file = writeTestFile('q3.khosach', bytes)
    const accepted = await verifyFile(file)
    expect(accepted).toMatchObject({
      exitCode: 0,
      reply: { ok: true, value: { payload: { library: { code: 'TV-01' } } } },
    })
    const flipped = readFileSync(file)
    flipped[flipped.length - 20] = (flipped[flipped.length - 20] ?? 0) ^ 4
    writeFileSync(file, flipped)
    expect(await verifyFile(file)).toMatchObject({
      exitCode: 1,
      reply: { ok: false, error: { code: 'package_altered' } },
    })
  })
})

describe('what is personal or secret', () => {
  /** Every stored value of every column on the list, under the column's name. */
  function guarded(): Map<string, string[]> {
    const { raw } = test.engine.connection
    const columns = (Object.keys(privacy) as TableName[]).flatMap((table) =>
      [...hiddenColumns(table)].map((name) => [table, name] as const),
    )
    return new Map(
      columns.map(([table, name]) => [
        `${table}.${name}`,
        raw.prepare(`select distinct "${name}" from "${table}"`).pluck().all().map(String),
      ]),
    )
  }

  /** People whose names are no other words of the file. */
  async function people(): Promise<void> {
    const administrator = await test.as('administrator')
    for (const user of valueOf(await administrator.client.users.list({}))) {
      const { id, rev, role } = user
      valueOf(await administrator.client.users.update({ id, rev, role, name: `Nguyễn Dấu Riêng ${id}` }))
    }
    const person = {
      username: 'dau-rieng-moi',
      name: 'Trần Dấu Riêng',
      role: 'desk',
      password: 'khoa cua dau rieng',
    } as const
    const added = valueOf(await administrator.client.users.add(person))
    valueOf(await administrator.client.users.disable({ id: added.id, rev: added.rev }))
    valueOf(
      await administrator.client.users.resetPassword({
        id: added.id,
        password: 'khoa cua dau rieng hai',
      }),
    )
    await test.stranger().client.users.signIn({ username: 'dau-rieng-la', password: 'sai' })
    await nameLibrary(test, { signerName: 'Lê Dấu Riêng Ký' })
    valueOf(await (await test.as('cataloguer')).client.catalogue.addTitle({ title: 'Sách cũ' }))
    test.engine.connection.raw.exec(personalRows)
    // As an older version left it: packages are signed all the same, and it goes nowhere.
    test.engine.connection.raw
      .exec(`insert into signingKey (publicKey, privateKey, madeAt, byPassphrase, byRecoveryCode)
      select publicKey, 'khoa-rieng-dau-rieng', madeAt, byPassphrase, byRecoveryCode from signingKey`)
  }

  /** What a receiver gets to see beside packages: how the library enrols, asks and sends. */
  async function everythingSent(): Promise<string> {
    const running = await startReceiver(await newPlace('sqlite'))
    const line = await openSpoiltLine(running.url)
    const { endpoint } = line
    // The stand-ins of other rows are no keys and no receivers.
    test.engine.connection.raw.exec("update signingKey set byPassphrase = 'dau-rieng' where id = 2")
    test.engine.connection.raw.exec('update signingKey set id = 0 where id = 2')
    await finishedJob(director, 'sync.enrol', { endpoint, code: await newCode(running) })
    expect((await finishedJob(director, 'sync.send')).output).toMatchObject({ arrived: 2, problem: null })
    await line.close()
    return line.state.seen.join('\n')
  }

  it('is in no package, in nothing a receiver sees and in no row of the journal', async () => {
    await people()
    // Deleting writes an image too; no operation deletes an account today.
    test.engine.connection.raw.exec("delete from user where username = 'dau-rieng-moi'")
    const { id, rev } = await signQuarter(test)
    const late = {
      title: 'Ghi sót',
      material: 'digital',
      digitalOrigin: 'bought',
      addedOn: '2026-08-01',
    } as const
    valueOf(await (await test.as('cataloguer')).client.catalogue.addTitle(late))
    valueOf(await director.client.reports.restate({ id, rev, reason: 'Ghi sót', password: testPassword }))
    const { bytes } = await exported(id)
    const { raw } = test.engine.connection
    const sent = await everythingSent()
    const journal = ['journalRow', 'journalCommand', 'journalChain'].flatMap((table) =>
      raw.prepare(`select * from ${table}`).raw().all(),
    )
    const written = { package: textOf(bytes), sent, journal: JSON.stringify(journal) }
    expect(written.journal).toContain('"~signerName\\":\\"changed')
    const found = [...guarded()].flatMap(([column, values]) => {
      expect(
        values.filter((value) => value !== ''),
        `${column} is filled`,
      ).not.toEqual([])
      // A test person's username is the name of a role, which the journal may know.
      // The number of a row is in the journal's own rows; that no other row points to it is asked below.
      const telling = values.filter(
        (value) => value !== '' && value !== 'administrator' && !column.endsWith('.readerId'),
      )
      return Object.entries(written).flatMap(([place, text]) =>
        telling.filter((value) => text.includes(value)).map((value) => `${column} in the ${place}: ${value}`),
      )
    })
    expect(found).toEqual([])
    for (const text of Object.values(written)) expect(text).not.toMatch(/dấu riêng|dau.rieng/i)
    expect(written.journal).not.toContain('readerId')
  })

  it('is on the list wherever a column is called a name, a password, a key or a token', () => {
    const { raw } = test.engine.connection
    const columns = raw
      .prepare(
        `select m.name || '.' || c.name from sqlite_schema m, pragma_table_info(m.name) c
         where m.type = 'table' and m.name not like 'kysely%' and m.name not like 'sqlite%'`,
      )
      .pluck()
      .all() as string[]
    const suspicious = columns.filter((column) =>
      /\.(.*name|.*password.*|.*token.*|.*private.*|.*phone.*|.*birth.*|.*email.*)$/i.test(column),
    )
    const known = new Set(guarded().keys())
    // Names of things.
    const harmless = new Set([
      'accessionSeries.name',
      'activity.name',
      'activityType.groupName',
      'activityType.name',
      'campaign.name',
      'reportingUnit.name',
      'backup.fileName',
      'branch.name',
      'checklistItem.name',
      'equipment.name',
      'mobileRoute.name',
      'onlineService.name',
      'allocation.name',
      'milestone.name',
      'policyDocument.name',
      'roadmap.name',
      'room.name',
      'servicePointIdentity.name',
      'software.name',
      'ownIndicatorVersion.name',
      'ownIndicatorVersion.nameEn',
      'backup.exportName',
      'backupPlace.name',
      'trainingCourse.name',
      'counterKind.name',
      'derivedState.name',
      'formerCopy.siteName',
      'formerCopy.storeName',
      'cooperationProject.name',
      'agreement.name',
      'giftItem.name',
      'digitizationBatch.name',
      'digitizationMachine.name',
      'digitizationProject.name',
      'digitizationStage.name',
      'digitizationTemplate.name',
      'fileProfile.name',
      'findingKind.name',
      'formerProvince.name',
      'importProfile.name',
      'inspection.name',
      'journalRow.tableName',
      'labelBatch.sheetName',
      'labelBatch.templateName',
      'labelPrinter.name',
      'labelSheet.name',
      'labelTemplate.name',
      'library.name',
      'library.placeName',
      'merger.unitName',
      'product.name',
      'readerGroup.name',
      'province.name',
      'recordPool.fileName',
      'recordPool.name',
      'registerBook.seriesName',
      'referenceTerm.name',
      'savedSearch.name',
      'site.name',
      'stocktake.name',
      'stocktakeSource.fileName',
      'storageVolume.name',
      'store.name',
      'titleTemplate.name',
      'weeding.name',
      'digitalCollection.name',
    ])
    expect(suspicious.filter((column) => !known.has(column) && !harmless.has(column))).toEqual([])
  })

  it('stays out of the log and out of the reply when something breaks', async () => {
    const folder = testFolder()
    const broken = await openTestEngine({ log: createLog(folder) })
    const cataloguer = await broken.as('cataloguer')
    broken.engine.connection.raw.exec('drop table title')
    const reply = await cataloguer.client.catalogue.addTitle({
      title: 'Dấu Riêng',
      note: testPassword,
    })
    await broken.close()
    const log = readFileSync(join(folder, 'logs', 'engine.log'), 'utf8')
    const { logId } = JSON.parse(log) as { logId: string }
    expect(reply).toEqual({ ok: false, error: { code: 'internal', details: { logId } } })
    expect(log).toContain('no such table: title')
    for (const word of ['Dấu Riêng', testPassword, 'Người']) expect(log).not.toContain(word)
  })

  it('stays out of the log when a message of the platform quotes it', () => {
    const folder = testFolder()
    const log = createLog(folder)
    try {
      JSON.parse('Nguyễn Dấu Riêng')
    } catch (error) {
      expect(String(error)).toContain('Nguyễn')
      log('users.add', error)
    }
    log('users.add', 'Trần Dấu Riêng')
    log('users.add', Object.assign(new Error('Lê Dấu Riêng\n    Ký tên'), { code: 'EACCES' }))
    const written = readFileSync(join(folder, 'logs', 'engine.log'), 'utf8')
    expect(written.trim().split('\n')).toHaveLength(3)
    expect(written).toContain('SyntaxError')
    expect(written).toContain('sync.test.ts')
    for (const word of ['Nguyễn', 'Riêng', 'Ký']) expect(written).not.toContain(word)
  })
})
