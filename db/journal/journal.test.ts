import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Anchor, Verdict } from '../../shared/journal/contract.ts'
import {
  finishedJob,
  openTestEngine,
  testFolder,
  testPassword,
  valueOf,
  type TestEngine,
} from '../../test/support/engine.ts'
import { goldenFile } from '../../test/support/old-library.ts'
import { writeByHand } from '../../test/support/prepared.ts'
import { answerDoubts } from '../../test/support/signed.ts'
import { openConnection } from '../connection.ts'
import { dispatch } from '../dispatch.ts'
import { databaseName } from '../folder.ts'
import { endJob, runJob, applyChunk } from '../run-job.ts'
import { anchorsKept } from './anchors.ts'
import { genesis, hashCommand, hashRow, type Command, type Row, type Sealed } from './append.ts'
import { verifyChain } from './verify.ts'

const entryOf = (raw: Database.Database, operation: string) =>
  raw.prepare('select max(id) from journalCommand where operation = ?').pluck().get(operation) as number

/** A library with some history: titles, a change, a run in bulk, a signed quarter, and a title after it. */
async function writeHistory(dataDir: string): Promise<void> {
  const test = await openTestEngine({ dataDir })
  const administrator = await test.as('administrator')
  expect((await finishedJob(administrator, 'demo.fill', { titles: 10 })).state).toBe('done')
  const { id, rev } = valueOf(await administrator.client.catalogue.addTitle({ title: 'Một' }))
  valueOf(await administrator.client.catalogue.updateTitle({ id, rev, title: 'Hai' }))
  const director = await test.as('director')
  await test.stranger().client.users.signIn({ username: 'user-director', password: 'sai' })
  const period = valueOf(await director.client.reports.openPeriod({ period: '2026-Q3' }))
  await answerDoubts(director.client, period.id)
  const checked = valueOf(await director.client.reports.check({ ...period, password: testPassword }))
  valueOf(await director.client.reports.sign({ ...checked, password: testPassword }))
  valueOf(await administrator.client.catalogue.addTitle({ title: 'Ba' }))
  await test.close()
}

async function verify(dataDir: string, outside: Anchor[] = []): Promise<Verdict> {
  const { db, close } = openConnection(join(dataDir, databaseName), { readonly: true })
  try {
    return await verifyChain(db, [...outside, ...(await anchorsKept(db))], () => undefined)
  } finally {
    await close()
  }
}

describe('a journal altered by hand', () => {
  let original: string
  let dataDir: string
  let entry: Record<'upgrade' | 'fill' | 'update' | 'refused' | 'sign' | 'last', number>
  let rowOfUpdate: number

  beforeAll(async () => {
    original = testFolder()
    await writeHistory(original)
    const raw = new Database(join(original, databaseName), { readonly: true })
    entry = {
      upgrade: entryOf(raw, 'engine.upgrade'),
      fill: entryOf(raw, 'demo.fill'),
      update: entryOf(raw, 'catalogue.updateTitle'),
      refused: entryOf(raw, 'users.signIn'),
      sign: entryOf(raw, 'reports.sign'),
      last: entryOf(raw, 'catalogue.addTitle'),
    }
    rowOfUpdate = raw
      .prepare('select id from journalRow where commandId = ?')
      .pluck()
      .get(entry.update) as number
    raw.close()
  })
  beforeEach(() => {
    dataDir = testFolder()
    copyFileSync(join(original, databaseName), join(dataDir, databaseName))
  })
  const byHand = (...statements: string[]) =>
    writeByHand(dataDir, [
      ...['Command', 'Row', 'Chain'].flatMap((table) => [
        `drop trigger journal${table}_no_update`,
        `drop trigger journal${table}_no_delete`,
      ]),
      ...statements,
    ])
  const firstFault = async (outside: Anchor[] = []) => (await verify(dataDir, outside)).firstFault

  it('is whole before anybody touches it', async () => {
    expect(await verify(dataDir)).toMatchObject({
      isWhole: true,
      firstFault: null,
      anchors: 1,
      commands: entry.last,
    })
  })

  it('shows a row whose words were changed', async () => {
    byHand(`update journalRow set after = json_set(after, '$.title', 'Khác') where id = ${rowOfUpdate}`)
    expect(await verify(dataDir)).toMatchObject({ isWhole: false, commands: entry.update - 1 })
    expect(await firstFault()).toEqual({ commandId: entry.update, rowId: rowOfUpdate, kind: 'altered' })
  })

  it('shows a row that was put in the place of another, which no trigger sees', async () => {
    writeByHand(dataDir, [
      `insert or replace into journalRow (id, commandId, tableName, rowId, action, before, after)
       select id, commandId, tableName, rowId, action, before, '{}' from journalRow where id = ${rowOfUpdate}`,
    ])
    expect(await firstFault()).toEqual({ commandId: entry.update, rowId: rowOfUpdate, kind: 'altered' })
  })

  it('shows a row that was taken out', async () => {
    byHand(`delete from journalRow where id = ${rowOfUpdate}`)
    expect(await firstFault()).toEqual({ commandId: entry.update, rowId: rowOfUpdate, kind: 'removed' })
  })

  it.each([
    ['in the middle', () => entry.update],
    ['under a run that leaves no rows', () => entry.fill],
    ['at the end', () => entry.last],
    ['under an entry that was never made', () => entry.last + 7],
  ])('shows a row that was put in %s', async (_, commandId) => {
    writeByHand(dataDir, [
      'pragma foreign_keys = off',
      `insert into journalRow (commandId, tableName, rowId, action, after) values (${commandId()}, 'title', 1, 'insert', '{}')`,
    ])
    expect(await firstFault()).toMatchObject({ commandId: commandId(), kind: 'inserted' })
  })

  it('shows a whole entry that was taken out', async () => {
    byHand(
      `delete from journalRow where commandId = ${entry.update}`,
      `delete from journalChain where id = ${entry.update}`,
      `delete from journalCommand where id = ${entry.update}`,
    )
    expect(await firstFault()).toEqual({ commandId: entry.update, rowId: null, kind: 'removed' })
  })

  it('shows an entry that was made without its link', async () => {
    writeByHand(dataDir, [
      `insert into journalCommand (epochId, at, operation, isBulk) values (1, '2026-11-10T03:00:00.000Z', 'x', 0)`,
    ])
    expect(await firstFault()).toEqual({ commandId: entry.last + 1, rowId: null, kind: 'inserted' })
  })

  it.each(['at', 'operation'])('shows an entry whose %s was changed', async (column) => {
    byHand(`update journalCommand set ${column} = '2020-01-01T00:00:00.000Z' where id = ${entry.update}`)
    expect(await firstFault()).toEqual({ commandId: entry.update, rowId: null, kind: 'altered' })
  })

  it('shows an entry that was given to somebody else', async () => {
    byHand(`update journalCommand set userId = 99 where id = ${entry.sign}`)
    expect(await firstFault()).toEqual({ commandId: entry.sign, rowId: null, kind: 'altered' })
  })

  it.each([
    ['a refusal that was made a success', () => entry.refused, 'null'],
    ['a success that was made a refusal', () => entry.update, "'wrong_credentials'"],
  ])('shows %s', async (_, commandId, refused) => {
    byHand(`update journalChain set refused = ${refused} where id = ${commandId()}`)
    expect(await firstFault()).toEqual({ commandId: commandId(), rowId: null, kind: 'altered' })
  })

  it('shows a changed digest of a run', async () => {
    byHand(`update journalChain set bulk = '{"titles":9}' where id = ${entry.fill}`)
    expect(await firstFault()).toEqual({ commandId: entry.fill, rowId: null, kind: 'altered' })
  })

  it('shows a title changed by another program, which the triggers write down under the last entry', async () => {
    writeByHand(dataDir, ["update title set title = 'Khác' where id = 1"])
    expect(await firstFault()).toMatchObject({ commandId: entry.last, kind: 'inserted' })
  })

  it('shows it also right after a run, whose own rows are not written down', async () => {
    const folder = testFolder()
    const test = await openTestEngine({ dataDir: folder })
    const administrator = await test.as('administrator')
    await finishedJob(administrator, 'demo.fill', { titles: 3, copiesPerTitle: 0 })
    await test.close()
    writeByHand(folder, ['delete from title where id = 2'])
    expect((await verify(folder)).firstFault).toMatchObject({ kind: 'inserted' })
  })

  it('shows a tail that was cut off before a signature, and never joins the two ends again', async () => {
    const cut = (from: number) =>
      byHand(
        `delete from journalRow where commandId >= ${from}`,
        `delete from journalChain where id >= ${from}`,
        `delete from journalCommand where id >= ${from}`,
      )
    cut(entry.update)
    expect(await firstFault()).toEqual({ commandId: entry.sign - 1, rowId: null, kind: 'removed' })
    const test = await openTestEngine({ dataDir })
    await test.stranger().client.users.signOut({})
    await test.close()
    expect(await firstFault()).toEqual({ commandId: entry.update, rowId: null, kind: 'removed' })
  })

  describe('with every link made anew', () => {
    /** Somebody who knows how the chain is made. */
    function forge(): void {
      byHand(`update journalRow set after = '{}' where id = ${rowOfUpdate}`)
      const raw = new Database(join(dataDir, databaseName))
      let hash = genesis
      for (const command of raw.prepare('select * from journalCommand order by id').all() as Command[]) {
        const rows = raw
          .prepare('select * from journalRow where commandId = ? order by id')
          .all(command.id) as Row[]
        const sealed = raw
          .prepare('select bulk, refused from journalChain where id = ?')
          .get(command.id) as Pick<Sealed, 'bulk' | 'refused'>
        const rowHashes = rows.map(hashRow).join('')
        hash = hashCommand(hash, command, { rowHashes, ...sealed })
        raw
          .prepare('update journalChain set rowHashes = ?, hash = ? where id = ?')
          .run(rowHashes, hash, command.id)
      }
      raw.close()
    }

    it('differs from what the signature has sealed', async () => {
      forge()
      expect(await firstFault()).toEqual({ commandId: entry.sign - 1, rowId: null, kind: 'anchor_differs' })
    })

    it('differs from the printed report, even where the seal inside was forged with it', async () => {
      const { head } = await verify(dataDir)
      const raw = new Database(join(dataDir, databaseName), { readonly: true })
      const printed = raw.prepare('select position, journalHash as hash from period').get() as Anchor
      raw.close()
      forge()
      resealByHand()
      expect(await firstFault()).toBeNull()
      expect(await firstFault([printed])).toEqual({
        commandId: entry.sign - 1,
        rowId: null,
        kind: 'anchor_differs',
      })
      expect(await firstFault([head])).toEqual({ commandId: entry.last, rowId: null, kind: 'anchor_differs' })
    })

    function resealByHand(): void {
      writeByHand(dataDir, [
        'drop trigger period_journal_update',
        'update period set journalHash = (select hash from journalChain where id = period.position)',
      ])
    }
  })
})

describe('the chain is whole', () => {
  let test: TestEngine
  let dataDir: string
  beforeEach(async () => {
    dataDir = testFolder()
    test = await openTestEngine({ dataDir })
    await test.as('administrator')
  })
  afterEach(async () => {
    expect(test.faults).toEqual([])
    await test.close()
    expect(await verify(dataDir)).toMatchObject({ isWhole: true, firstFault: null })
  })

  it('after a run in bulk', async () => {
    const administrator = await test.as('administrator')
    expect((await finishedJob(administrator, 'demo.fill', { titles: 4500 })).state).toBe('done')
    expect((await finishedJob(administrator, 'journal.verifyChain')).output).toMatchObject({ isWhole: true })
  })

  it('after sign-ins that were refused but counted', async () => {
    for (const password of 'abcdef') {
      await test.stranger().client.users.signIn({ username: 'administrator', password })
    }
    const { rows } = valueOf(
      await (await test.as('director')).client.journal.list({ operation: 'users.signIn' }),
    )
    expect(rows.length).toBeGreaterThanOrEqual(5)
  })

  it('after a command that was refused, which leaves nothing', async () => {
    const { raw } = test.engine.connection
    const count = () => raw.prepare('select count(*) from journalCommand').pluck().get()
    const before = count()
    const cataloguer = await test.as('administrator')
    await cataloguer.client.catalogue.addTitle({ title: 'x', isbn: '123' })
    expect(count()).toBe(before)
  })

  it('after a run that was cancelled half-way and taken back', async () => {
    const { session } = await dispatch(
      test.engine,
      'users.signIn',
      { username: 'administrator', password: testPassword },
      null,
    )
    const { job } = await dispatch(test.engine, 'demo.fill', { titles: 5000 }, session ?? null)
    if (!job) throw new Error('no run')
    let chunks = 0
    const end = await runJob(test.engine, job, {
      async write(jobId, chunk) {
        await applyChunk(test.engine, jobId, chunk)
        chunks++
      },
      progress: () => undefined,
      isCancelled: () => chunks >= 2,
      offerFile: () => Promise.reject(new Error('no files here')),
      openFile: () => expect.unreachable('no files here'),
      pathOfFile: () => null,
      proxyFor: () => Promise.resolve(null),
    })
    expect(end).toEqual({ state: 'cancelled' })
    await endJob(test.engine, job.id, end)
    expect(test.engine.connection.raw.prepare('select count(*) from title').pluck().get()).toBe(0)
  })

  it('after an upgrade, which is an entry of its own', async () => {
    await test.close()
    dataDir = testFolder()
    copyFileSync(goldenFile('0070'), join(dataDir, databaseName))
    test = await openTestEngine({ dataDir })
    const { rows } = valueOf(
      await (await test.as('director')).client.journal.list({ operation: 'engine.upgrade' }),
    )
    expect(rows).toHaveLength(2)
  })

  it('after the clock was set back: time stands still rather than run backwards', async () => {
    test.clock.nowMs -= 48 * 3_600_000
    const administrator = await test.as('administrator')
    valueOf(await administrator.client.catalogue.addTitle({ title: 'x' }))
    const times = test.engine.connection.raw
      .prepare('select at from journalCommand order by id')
      .pluck()
      .all()
    expect(times).toEqual(times.map(String).toSorted((a, b) => (a < b ? -1 : 1)))
  })

  it('over more entries than are read at once', async () => {
    for (let time = 0; time < 1100; time++) await test.stranger().client.users.signOut({})
    const { commands } = await verify(dataDir)
    expect(commands).toBeGreaterThan(1100)
  })
})

describe('the database itself', () => {
  let test: TestEngine
  beforeAll(async () => {
    test = await openTestEngine()
    valueOf(await (await test.as('administrator')).client.catalogue.addTitle({ title: 'x' }))
  })
  afterAll(() => test.close())

  it.each(['journalCommand', 'journalRow', 'journalChain'])('refuses to change or delete in %s', (table) => {
    const { raw } = test.engine.connection
    expect(() => raw.exec(`update ${table} set id = id + 1000`)).toThrow('the journal is append-only')
    expect(() => raw.exec(`delete from ${table}`)).toThrow('the journal is append-only')
  })
})
