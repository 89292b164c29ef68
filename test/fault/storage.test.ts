import { closeSync, cpSync, existsSync, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Reply } from '../../shared/contract.ts'
import { createEngine, type OpenEngine } from '../../db/engine.ts'
import { databaseName } from '../../db/folder.ts'
import { dispatch } from '../../db/dispatch.ts'
import { verifyChain } from '../../db/journal/index.ts'
import { codeOf, valueOf } from '../support/engine.ts'
import { newLibrary, quickPasswords, withEngine, type Library } from '../support/folders.ts'
import { canMountDisks, empty, fill, removeDisks, smallDisk } from '../support/small-disk.ts'
import { makeOldLibrary, oldTitles } from '../support/old-library.ts'
import { countOf, expectJournalTellsTitles, expectSound } from '../support/sound.ts'

let library: Library
let engine: OpenEngine

async function open(): Promise<void> {
  engine = await createEngine({ dataDir: library.dataDir, role: 'writer', passwordWork: quickPasswords })
}
async function call(operation: string, input: unknown = {}): Promise<Reply> {
  return (await dispatch(engine, operation, input, library.session)).reply
}
const addBig = (title: string) => call('catalogue.addTitle', { title, note: 'ghi chú '.repeat(2000) })

describe('a full disk', () => {
  beforeEach(async () => {
    library = await newLibrary()
    await open()
  })
  afterEach(() => engine.close())

  it('refuses the command wholly and takes it again once there is space', async () => {
    const { raw } = engine.connection
    valueOf(await addBig('Lúc còn chỗ'))
    const before = { titles: countOf(engine, 'title'), commands: countOf(engine, 'journalCommand') }
    raw.pragma(`max_page_count = ${String(raw.pragma('page_count', { simple: true }))}`)
    const replies = await Promise.all(['Một', 'Hai', 'Ba'].map(addBig))
    expect(replies.map(codeOf)).toEqual(['storage_full', 'storage_full', 'storage_full'])
    expect({ titles: countOf(engine, 'title'), commands: countOf(engine, 'journalCommand') }).toEqual(before)
    await expectSound(engine)
    raw.pragma('max_page_count = 1000000')
    valueOf(await addBig('Lúc có chỗ lại'))
    expect(countOf(engine, 'title')).toBe(before.titles + 1)
    await expectSound(engine)
    expectJournalTellsTitles(engine)
  })

  it('still answers questions', async () => {
    valueOf(await addBig('Đọc được'))
    const { raw } = engine.connection
    raw.pragma(`max_page_count = ${String(raw.pragma('page_count', { simple: true }))}`)
    expect(codeOf(await addBig('Không ghi được'))).toBe('storage_full')
    expect(valueOf(await call('catalogue.search', { text: 'doc duoc' }))).toMatchObject({
      total: { count: 1 },
    })
  })
})

afterEach(removeDisks)

describe('a small disk that is really full', () => {
  const canMount = canMountDisks()

  it.skipIf(!canMount)(
    'refuses commands with storage_full and loses nothing (needs root to mount a disk)',
    async () => {
      const disk = smallDisk(8) ?? ''
      const start = await newLibrary()
      cpSync(start.dataDir, join(disk, 'data'), { recursive: true })
      library = { ...start, dataDir: join(disk, 'data') }
      await open()
      fill(disk, 200_000)
      const codes: string[] = []
      for (let n = 0; n < 40 && !codes.includes('storage_full'); n++)
        codes.push(codeOf(await addBig(`Sách ${n}`)))
      expect(codes.at(-1)).toBe('storage_full')
      const kept = codes.filter((code) => code === 'ok').length
      expect(codes).toHaveLength(kept + 1)
      expect(countOf(engine, 'title')).toBe(kept)
      empty(disk)
      valueOf(await addBig('Lúc có chỗ lại'))
      await engine.close()
      await withEngine(library.dataDir, async (again) => {
        await expectSound(again)
        expectJournalTellsTitles(again)
        expect(countOf(again, 'title')).toBe(kept + 1)
      })
    },
  )

  it.skipIf(!canMount)(
    'stops an upgrade with disk_full and keeps the old file (needs root to mount a disk)',
    async () => {
      const disk = smallDisk(4) ?? ''
      const dataDir = join(disk, 'data')
      await makeOldLibrary(dataDir, 10)
      const before = readFileSync(join(dataDir, databaseName))
      for (const leaveBytes of [30_000, before.length + 60_000]) {
        fill(disk, leaveBytes)
        await expect(withEngine(dataDir, () => undefined)).rejects.toMatchObject({ problem: 'disk_full' })
        expect(readFileSync(join(dataDir, databaseName)).equals(before)).toBe(true)
        empty(disk)
      }
      await withEngine(dataDir, async (again) => {
        await expectSound(again)
        expect(countOf(again, 'title')).toBe(oldTitles.length * 10)
      })
    },
  )
})

describe('flipped bytes', () => {
  const flip = (file: string, offset: number, bytes: number) => {
    const handle = openSync(file, 'r+')
    const original = readFileSync(file).subarray(offset, offset + bytes)
    writeSync(handle, Buffer.from(original.map((byte) => byte ^ 0xff)), 0, bytes, offset)
    closeSync(handle)
  }

  async function filledLibrary(): Promise<string> {
    library = await newLibrary()
    await open()
    for (let n = 0; n < 60; n++) valueOf(await addBig(`Sách số ${n}`))
    await engine.close()
    return join(library.dataDir, databaseName)
  }

  it('in the header keep the folder shut as corrupt, and change nothing', async () => {
    const file = await filledLibrary()
    flip(file, 0, 64)
    const before = readFileSync(file)
    await expect(withEngine(library.dataDir, () => undefined)).rejects.toMatchObject({ problem: 'corrupt' })
    expect(readFileSync(file).equals(before)).toBe(true)
    // Nothing is held: the file from a backup can be put in its place at once.
    expect(existsSync(`${file}-wal`)).toBe(false)
  })

  it('in the page of a table are never passed off as data', async () => {
    const file = await filledLibrary()
    const pageSize = 4096
    const roots = await withEngine(library.dataDir, ({ connection: { raw } }) =>
      raw
        .prepare(`select rootpage from sqlite_schema where name in ('title', 'titleBySortKey')`)
        .pluck()
        .all(),
    )
    for (const root of roots as number[]) flip(file, (root - 1) * pageSize, 12)
    // Opening checks every reference between tables, so it meets the damage before anybody can be shown it.
    await expect(withEngine(library.dataDir, () => undefined)).rejects.toMatchObject({ problem: 'corrupt' })
  })

  it('in a record of the journal break the chain at that record', async () => {
    const file = await filledLibrary()
    const text = readFileSync(file)
    const place = text.indexOf(Buffer.from('"title":"Sách số 17"'))
    expect(place).toBeGreaterThan(0)
    const forged = Buffer.from('"title":"Sách số 71"')
    const handle = openSync(file, 'r+')
    writeSync(handle, forged, 0, forged.length, place)
    closeSync(handle)
    await open()
    const verdict = await verifyChain(engine.connection.db, [], () => undefined)
    expect(verdict).toMatchObject({ isWhole: false, firstFault: { kind: 'altered' } })
    await engine.close()
  })
})
