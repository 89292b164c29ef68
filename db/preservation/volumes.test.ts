import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Output } from '../../renderer/app/operation-types.ts'
import { monthsAfter, volumeFileName } from '../../shared/preservation/fixity.ts'
import {
  finishedJob,
  openTestEngine,
  testFolder,
  testPassword,
  valueOf,
  type Person,
  type TestEngine,
} from '../../test/support/engine.ts'
import { tiffOf } from '../../test/support/images.ts'
import { folderWith, scanJob, scannedPages, spoil } from '../../test/support/scans.ts'

let test: TestEngine
let digitizer: Person
let pages: string
let folderId: number
const pageCount = 4

beforeEach(async () => {
  test = await openTestEngine()
  digitizer = await test.as('digitizer')
  const job = await scanJob(test)
  pages = folderWith(scannedPages(pageCount))
  const folder = valueOf(
    await digitizer.client.preservation.linkFolder({ ...job, path: pages, purpose: 'master' }),
  )
  folderId = folder.id
  await finishedJob(digitizer, 'preservation.checkFolder', { id: folderId })
})
afterEach(async () => {
  expect(test.faults).toEqual([])
  await test.close()
})

/** A disk with these folders copied onto it, marked and in the list. */
async function disk(code: string, path = testFolder()) {
  const { client } = digitizer
  const { id, rev } = valueOf(
    await client.preservation.addVolume({ code, name: `Đĩa ${code}`, kind: 'hdd', place: 'Tủ 1' }),
  )
  valueOf(await client.preservation.markVolume({ id, rev, path }))
  return { id, path }
}
async function archived(code: string) {
  const found = await disk(code)
  cpSync(pages, join(found.path, 'SH000001'), { recursive: true })
  await registered(found.id)
  return found
}
async function registered(volumeId: number) {
  const run = await finishedJob(digitizer, 'preservation.registerCopies', { volumeId })
  return run.output as Output<'preservation.registerCopies'>
}
async function fixity(volumeId: number, more: { minutes?: number; isDueOnly?: boolean } = {}) {
  const run = await finishedJob(digitizer, 'preservation.checkFixity', { volumeId, ...more })
  return run.output as Output<'preservation.checkFixity'>
}
const volumeOf = async (id: number) => valueOf(await digitizer.client.preservation.volume({ id }))
const standing = async () => valueOf(await digitizer.client.preservation.standing({}))

describe('a disk', () => {
  it('is known by its mark under whatever letter it is attached', async () => {
    const { id, path } = await disk('OD-01')
    expect(JSON.parse(readFileSync(join(path, volumeFileName), 'utf8'))).toMatchObject({ code: 'OD-01' })
    expect((await volumeOf(id)).attachedAt).toBe(path)
    const elsewhere = `${path}-E`
    renameSync(path, elsewhere)
    expect((await volumeOf(id)).attachedAt).toBeNull()
    const { rev } = await volumeOf(id)
    valueOf(await digitizer.client.preservation.markVolume({ id, rev, path: elsewhere }))
    expect((await volumeOf(id)).attachedAt).toBe(elsewhere)
  })

  it('that is marked as another one is never marked over', async () => {
    const { path } = await disk('OD-01')
    const other = valueOf(
      await digitizer.client.preservation.addVolume({ code: 'OD-02', name: 'Đĩa hai', kind: 'usb' }),
    )
    const answer = await digitizer.client.preservation.markVolume({ id: other.id, rev: other.rev, path })
    expect(answer).toMatchObject({
      ok: false,
      error: { code: 'foreign_mark', details: { code: 'OD-01' } },
    })
  })

  it('in a cupboard is not attached, and none of its copies is missing', async () => {
    const { id, path } = await archived('OD-01')
    renameSync(path, `${path}-tu`)
    const run = await finishedJob(digitizer, 'preservation.checkFixity', { volumeId: id })
    expect(run).toMatchObject({ state: 'failed', error: { code: 'volume_not_attached' } })
    expect(await volumeOf(id)).toMatchObject({ attachedAt: null, copies: pageCount, missing: 0 })
  })
})

describe('copies', () => {
  it('are known by their contents, under whatever name, and strangers are counted as such', async () => {
    const { id, path } = await disk('OD-01')
    cpSync(pages, join(path, 'kho/doi-ten'), { recursive: true })
    renameSync(join(path, 'kho/doi-ten/SH000001_0002.tif'), join(path, 'kho/doi-ten/trang hai.tif'))
    writeFileSync(join(path, 'la.tif'), tiffOf({ width: 9 }))
    expect(await registered(id)).toEqual({
      volumeId: id,
      files: pageCount + 1,
      added: pageCount,
      known: 0,
      strangers: 1,
      unreadable: 0,
      isWhole: true,
    })
    expect(await registered(id)).toMatchObject({ added: 0, known: pageCount, strangers: 1 })
  })

  it('that were taken off on purpose are missing no longer and count for nothing, until that is taken back', async () => {
    const first = await archived('OD-01')
    await archived('OD-02')
    expect(await standing()).toMatchObject({ safe: pageCount })
    rmSync(join(first.path, 'SH000001/SH000001_0001.tif'))
    expect(await fixity(first.id)).toMatchObject({ matched: pageCount - 1, missing: 1 })
    const { client } = digitizer
    const { rows } = valueOf(await client.preservation.copies({ volumeId: first.id, view: 'troubled' }))
    const act = { volumeId: first.id, on: '2026-11-01', reason: 'Thay bằng bản quét lại' }
    const ids = rows.map(({ id }) => id)
    const removal = valueOf(await client.preservation.removeCopies({ ...act, ids }))
    expect(await volumeOf(first.id)).toMatchObject({ copies: pageCount - 1, missing: 0 })
    expect(await standing()).toMatchObject({ safe: pageCount - 1, single: 1, troubled: 0 })
    expect(await fixity(first.id)).toMatchObject({ checked: pageCount - 1, missing: 0 })
    const shown = valueOf(await client.preservation.copies({ volumeId: first.id, view: 'removed' })).rows
    expect(shown.map(({ path }) => path)).toEqual(['SH000001/SH000001_0001.tif'])
    valueOf(await client.preservation.takeBackRemoval({ id: removal.id }))
    expect(await volumeOf(first.id)).toMatchObject({ copies: pageCount, missing: 1 })
  })

  it('that were said to be gone and are on the disk again count again', async () => {
    const { id } = await archived('OD-01')
    const { client } = digitizer
    const { rows } = valueOf(await client.preservation.copies({ volumeId: id }))
    const ids = rows.map((row) => row.id)
    const act = { volumeId: id, ids, on: '2026-11-01', reason: 'Tưởng đã xóa' }
    valueOf(await client.preservation.removeCopies(act))
    expect(await volumeOf(id)).toMatchObject({ copies: 0 })
    expect(await registered(id)).toMatchObject({ added: pageCount, known: 0 })
    expect(await volumeOf(id)).toMatchObject({ copies: pageCount })
    expect(await standing()).toMatchObject({ none: 0 })
  })

  it('make a file safe once as many disks have them as the library asks for', async () => {
    expect(await standing()).toMatchObject({ files: pageCount, none: pageCount, single: 0, safe: 0 })
    const first = await archived('OD-01')
    expect(await standing()).toMatchObject({ none: 0, single: pageCount, safe: 0 })
    expect(await volumeOf(first.id)).toMatchObject({ single: pageCount })
    const second = await archived('OD-02')
    expect(await standing()).toMatchObject({ single: 0, safe: pageCount })
    const { rev } = await volumeOf(second.id)
    valueOf(await digitizer.client.preservation.retireVolume({ id: second.id, rev, on: '2026-11-10' }))
    expect(await standing()).toMatchObject({ single: pageCount, safe: 0 })
    // Two on one disk are lost together.
    cpSync(pages, join(first.path, 'lan-nua'), { recursive: true })
    await registered(first.id)
    expect(await standing()).toMatchObject({ single: pageCount, safe: 0 })
  })

  it('keep their folder from being forgotten', async () => {
    await archived('OD-01')
    const { rev } = valueOf(await digitizer.client.preservation.folder({ id: folderId }))
    const answer = await digitizer.client.preservation.unlinkFolder({ id: folderId, rev })
    expect(answer).toMatchObject({ ok: false, error: { code: 'folder_has_copies' } })
  })

  it('stay safe when the folder they were made from is emptied', async () => {
    await archived('OD-01')
    await archived('OD-02')
    for (const name of Object.keys(scannedPages(pageCount))) rmSync(join(pages, name))
    await finishedJob(digitizer, 'preservation.checkFolder', { id: folderId })
    expect(await standing()).toMatchObject({ files: pageCount, safe: pageCount })
  })
})

describe('a check of fixity', () => {
  it('finds what is wrong, each for what it is, and none of it is a success', async () => {
    const { id, path } = await archived('OD-01')
    const place = (page: number) => join(path, `SH000001/SH000001_000${page}.tif`)
    const { mtime } = statSync(place(1))
    spoil(place(1), tiffOf({ tone: (x, y) => x + y }), mtime)
    rmSync(place(2))
    rmSync(place(3))
    mkdirSync(place(3))
    test.clock.nowMs += 60_000
    expect(await fixity(id)).toMatchObject({
      checked: pageCount,
      matched: pageCount - 3,
      mismatched: 1,
      missing: 1,
      unreadable: 1,
      left: 0,
      isWhole: true,
    })
    expect(await volumeOf(id)).toMatchObject({ mismatched: 1, missing: 1, unreadable: 1 })
    expect(await standing()).toMatchObject({ troubled: 3, single: pageCount - 3, none: 3 })
    const { rows } = valueOf(await digitizer.client.preservation.copies({ volumeId: id, view: 'troubled' }))
    expect(rows.map(({ state, soundCopies }) => [state, soundCopies])).toEqual([
      ['mismatched', 0],
      ['missing', 0],
      ['unreadable', 0],
    ])
  })

  it('takes what is put right again for sound', async () => {
    const { id, path } = await archived('OD-01')
    const place = join(path, 'SH000001/SH000001_0001.tif')
    writeFileSync(place, 'hỏng')
    await fixity(id)
    cpSync(join(pages, 'SH000001_0001.tif'), place)
    expect(await fixity(id)).toMatchObject({ matched: pageCount, mismatched: 0 })
    expect((await volumeOf(id)).runs.map(({ mismatched }) => mismatched)).toEqual([0, 1, 0])
  })

  it('falls due after the months the library set, and reads only what is due where asked', async () => {
    const { id } = await archived('OD-01')
    const { rev, dueOn, ...rest } = await volumeOf(id)
    expect(dueOn).toBe('2027-11-10')
    expect(await fixity(id, { isDueOnly: true })).toMatchObject({ checked: 0 })
    const { code, name, kind } = rest
    valueOf(await digitizer.client.preservation.updateVolume({ id, rev, code, name, kind, months: 1 }))
    test.clock.nowMs = Date.parse('2026-12-10T02:00:00Z')
    // Nobody stays signed in for a month.
    await digitizer.client.users.signIn({ username: 'user-digitizer', password: testPassword })
    expect((await volumeOf(id)).due).toBe(pageCount)
    expect(await fixity(id, { isDueOnly: true })).toMatchObject({ checked: pageCount, matched: pageCount })
    expect((await volumeOf(id)).due).toBe(0)
  })

  it('reads first what hangs on one disk', async () => {
    const first = await archived('OD-01')
    const { path } = await disk('OD-02')
    cpSync(join(pages, 'SH000001_0001.tif'), join(path, 'mot.tif'))
    const volumes = valueOf(await digitizer.client.preservation.volumes({}))
    await registered(volumes.find(({ code }) => code === 'OD-02')?.id ?? 0)
    await fixity(first.id)
    const order = test.engine.connection.raw
      .prepare(
        `select path from fixityCheck join fileCopy on fileCopy.id = copyId
         where jobId = (select max(jobId) from fixityCheck) order by fixityCheck.id`,
      )
      .pluck()
      .all()
    expect(order.at(-1)).toBe('SH000001/SH000001_0001.tif')
  })
})

describe('what the quarter is told', () => {
  async function figures() {
    const director = await test.as('director')
    const { values } = valueOf(await director.client.indicators.list({ period: '2026-Q4' }))
    const of = (code: string) => values.find((figure) => figure.code === code)?.value
    return { intact: of('M2b.16'), gb: of('M2b.17a'), safe: of('M2b.17b') }
  }

  it('is how much of what was read was intact, and how much of what is kept is safe', async () => {
    expect(await figures()).toEqual({ intact: null, gb: 0, safe: 0 })
    await archived('OD-01')
    const second = await archived('OD-02')
    expect(await figures()).toMatchObject({ intact: 100, safe: 100 })
    rmSync(join(second.path, 'SH000001/SH000001_0001.tif'))
    await fixity(second.id)
    expect(await figures()).toMatchObject({ intact: 87.5, safe: 75 })
    // Put right again, it is safe; the quarter has seen it fail all the same.
    cpSync(join(pages, 'SH000001_0001.tif'), join(second.path, 'SH000001/SH000001_0001.tif'))
    await fixity(second.id)
    expect(await figures()).toMatchObject({ intact: 87.5, safe: 100 })
  })
})

it('counts months by the calendar', () => {
  expect(monthsAfter('2026-01-31', 1)).toBe('2026-02-28')
  expect(monthsAfter('2024-02-29', 12)).toBe('2025-02-28')
  expect(monthsAfter('2026-03-31', -1)).toBe('2026-02-28')
  expect(monthsAfter('2026-11-10', 14)).toBe('2028-01-10')
})
