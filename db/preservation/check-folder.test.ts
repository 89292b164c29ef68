import {
  chmodSync,
  existsSync,
  mkdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { applyChunk, endJob, runJob } from '../run-job.ts'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Output } from '../../renderer/app/operation-types.ts'
import {
  finishedJob,
  openTestEngine,
  valueOf,
  type Person,
  type TestEngine,
} from '../../test/support/engine.ts'
import { jpegOf, pdfOf, tiffOf } from '../../test/support/images.ts'
import { folderWith, scanJob, scannedPages, spoil } from '../../test/support/scans.ts'

/** A run that neither is cancelled nor hands over files. */
const noFiles = {
  isCancelled: () => false,
  offerFile: () => Promise.reject(new Error('no file is handed over')),
  openFile: () => {
    throw new Error('no file is handed over')
  },
  pathOfFile: () => null,
  proxyFor: () => Promise.resolve(null),
}

let test: TestEngine
let digitizer: Person
let job: { titleId: number; jobId: number }

beforeEach(async () => {
  test = await openTestEngine()
  digitizer = await test.as('digitizer')
  job = await scanJob(test)
})
afterEach(() => test.close())

async function linked(path: string, profileName: string | null = 'Bản gốc số TIFF, 300 dpi') {
  const profiles = valueOf(await digitizer.client.preservation.profiles({}))
  const profileId = profiles.find(({ name }) => name === profileName)?.id ?? null
  return valueOf(
    await digitizer.client.preservation.linkFolder({ ...job, path, purpose: 'master', profileId }),
  )
}

async function checked(id: number, isFull = false) {
  const run = await finishedJob(digitizer, 'preservation.checkFolder', { id, isFull })
  expect(test.faults).toEqual([])
  return run.output as Output<'preservation.checkFolder'>
}

async function filesOf(folderId: number) {
  const { rows } = valueOf(await digitizer.client.preservation.files({ folderId, limit: 200 }))
  return Object.fromEntries(rows.map((row) => [row.path, row]))
}
async function problemsOf(folderId: number) {
  return Object.fromEntries(
    Object.entries(await filesOf(folderId)).map(([path, { problems }]) => [path, problems]),
  )
}

describe('the check of a folder', () => {
  it('finds good what is as it was asked for, and counts it for its job', async () => {
    const folder = await linked(folderWith(scannedPages(5)))
    expect(await checked(folder.id)).toMatchObject({ listed: 5, read: 5, good: 5, bad: 0, isWhole: true })
    const state = valueOf(await digitizer.client.preservation.folder({ id: folder.id }))
    expect(state).toMatchObject({ state: 'checked', jobCode: 'SH000001', gaps: [], lastPage: 5 })
    expect(state.tally).toMatchObject({ good: 5, pages: 5 })
    const counted = test.engine.connection.raw
      .prepare(`select pages, files, bytes from digitizationEvent where kind = 'counted'`)
      .get()
    expect(counted).toEqual({ pages: 5, files: 5, bytes: state.tally.bytes })
    expect((await filesOf(folder.id))['SH000001_0003.tif']).toMatchObject({
      page: 3,
      dpi: 300,
      format: 'tiff',
    })
  })

  it('names what is not as asked, and counts none of it as good', async () => {
    const folder = await linked(
      folderWith({
        ...scannedPages(2),
        'SH000001_0003.tif': '',
        'SH000001_0004.tif': tiffOf().subarray(0, 700),
        'SH000001_0005.tif': tiffOf({ dpi: 150 }),
        'SH000001_0006.jpg': jpegOf({ dpi: 300 }),
        'SH000001_0007.tif': jpegOf({ dpi: 300, bytes: 900 }),
        'trang-8.tif': tiffOf({ tone: (x) => x }),
        'phu/SH000001_0009.tif': tiffOf({ tone: (_, y) => y }),
        'phu/sh000001_0009.TIF': tiffOf({ tone: (x, y) => x + y }),
        'Thumbs.db': 'x',
      }),
    )
    expect(await checked(folder.id)).toMatchObject({ good: 2, ignored: 1, bad: 8 })
    expect(await problemsOf(folder.id)).toMatchObject({
      'SH000001_0003.tif': ['empty'],
      'SH000001_0004.tif': ['broken_directory'],
      'SH000001_0005.tif': ['low_dpi'],
      'SH000001_0006.jpg': ['wrong_format'],
      'SH000001_0007.tif': ['wrong_format'],
      'trang-8.tif': ['wrong_name'],
      'phu/SH000001_0009.tif': ['twin_name', 'double_number'],
      'phu/sh000001_0009.TIF': ['twin_name', 'double_number'],
    })
  })

  it('tells which pages are missing, which come twice, and which look white', async () => {
    const { 'SH000001_0002.tif': _, 'SH000001_0005.tif': five, ...rest } = scannedPages(6)
    const white = tiffOf({ tone: () => 250 })
    const folder = await linked(
      folderWith({
        ...rest,
        'SH000001_0007.tif': rest['SH000001_0006.tif'] ?? '',
        'SH000001_0008.tif': white,
      }),
    )
    expect(five?.length).toBeGreaterThan(0)
    await checked(folder.id)
    const state = valueOf(await digitizer.client.preservation.folder({ id: folder.id }))
    expect(state).toMatchObject({
      gaps: [
        { from: 2, to: 2 },
        { from: 5, to: 5 },
      ],
      gapPages: 2,
      problems: [
        { problem: 'maybe_blank', files: 1 },
        { problem: 'duplicate', files: 2 },
      ],
    })
    // What a person should look at counts all the same.
    expect(state.tally).toMatchObject({ good: 3, noticed: 3, bad: 0, pages: 6 })
  })

  it('takes pages packed into far less than the others for white ones', async () => {
    const pages = Object.fromEntries(
      Array.from({ length: 9 }, (_, at) => [
        `SH000001_000${at + 1}.jpg`,
        jpegOf({ bytes: at === 4 ? 3000 : 120_000 + at, dpi: 200 }),
      ]),
    )
    const folder = await linked(folderWith(pages), 'Bản sử dụng JPEG, 150 dpi')
    await checked(folder.id)
    expect((await problemsOf(folder.id))['SH000001_0005.jpg']).toEqual(['maybe_blank'])
  })

  it('counts the pages of a whole volume in one PDF, and refuses one that a password closes', async () => {
    const folder = await linked(
      folderWith({
        'SH000001.pdf': pdfOf({ pages: 30 }),
        'SH000001 phu luc.pdf': pdfOf({ isEncrypted: true }),
      }),
      'Bản sử dụng PDF cả tập',
    )
    await checked(folder.id)
    const files = await filesOf(folder.id)
    expect(files['SH000001.pdf']).toMatchObject({ pages: 30, state: 'good' })
    expect(files['SH000001 phu luc.pdf']).toMatchObject({ state: 'bad', problems: ['encrypted'] })
  })
})

describe('a second check', () => {
  it('reads only what is new or was changed, and names what is gone', async () => {
    const path = folderWith(scannedPages(4))
    const folder = await linked(path)
    await checked(folder.id)
    writeFileSync(join(path, 'SH000001_0002.tif'), tiffOf({ width: 41 }))
    writeFileSync(join(path, 'SH000001_0005.tif'), tiffOf({ width: 42 }))
    rmSync(join(path, 'SH000001_0004.tif'))
    const news = valueOf(await digitizer.client.preservation.folderNews({ id: folder.id }))
    expect(news).toMatchObject({ isReachable: true, files: 4, added: 1, changed: 1, gone: 1 })
    expect(await checked(folder.id)).toMatchObject({ read: 2, good: 4, gone: 1 })
    expect((await filesOf(folder.id))['SH000001_0004.tif']?.state).toBe('gone')
    const quiet = valueOf(await digitizer.client.preservation.folderNews({ id: folder.id }))
    expect(quiet).toMatchObject({ added: 0, changed: 0, gone: 0 })
  })

  it('judges by the profile of now without reading anything', async () => {
    const folder = await linked(folderWith(scannedPages(3)))
    await checked(folder.id)
    const [profile] = valueOf(await digitizer.client.preservation.profiles({})).filter(
      ({ id }) => id === folder.profileId,
    )
    if (!profile) throw new Error('the profile is there')
    valueOf(await digitizer.client.preservation.updateProfile({ ...profile, minDpi: 600 }))
    expect(await checked(folder.id)).toMatchObject({ read: 0, good: 0, bad: 3 })
  })

  it('of everything finds a file whose contents changed while nobody wrote to it, and never forgets it', async () => {
    const path = folderWith(scannedPages(3))
    const place = join(path, 'SH000001_0002.tif')
    // Disks keep finer parts of a second than can be set again.
    const modified = new Date('2026-11-01T00:00:00Z')
    utimesSync(place, modified, modified)
    const folder = await linked(path)
    await checked(folder.id)
    const { size } = statSync(place)
    const other = tiffOf({ tone: (x, y) => (x * 11 + y) % 256 })
    expect(other.length).toBe(size)
    spoil(place, other, modified)
    expect(await checked(folder.id)).toMatchObject({ read: 0, good: 3 })
    for (const time of ['first', 'second']) {
      expect(await checked(folder.id, true)).toMatchObject({ read: 3, good: 2, bad: 1 })
      expect((await problemsOf(folder.id))['SH000001_0002.tif'], time).toEqual(['altered'])
    }
    utimesSync(place, new Date(), new Date())
    expect(await checked(folder.id)).toMatchObject({ read: 1, good: 3 })
  })
})

describe('a file that is put away', () => {
  it('is no loss where it never was sound, or lies there under another name', async () => {
    const path = folderWith(scannedPages(3))
    const at = (name: string) => join(path, name)
    writeFileSync(at('SH000001_0004.tif'), '')
    writeFileSync(at('ghi chú.txt'), 'x')
    const folder = await linked(path)
    expect(await checked(folder.id)).toMatchObject({ good: 3, bad: 2 })
    rmSync(at('SH000001_0004.tif'))
    rmSync(at('ghi chú.txt'))
    renameSync(at('SH000001_0003.tif'), at('SH000001_0004.tif'))
    expect(await checked(folder.id)).toMatchObject({ good: 3, bad: 0, gone: 0 })
    rmSync(at('SH000001_0004.tif'))
    expect(await checked(folder.id)).toMatchObject({ good: 2, bad: 0, gone: 1 })
  })
})

describe('what the disk does', () => {
  it('goes on where it was cut off when the disk was pulled out in the middle', async () => {
    const path = folderWith(scannedPages(6))
    const folder = await linked(path)
    const { db } = test.engine.connection
    const input = { id: folder.id, isFull: false }
    const started = await db
      .insertInto('job')
      .values({
        operation: 'preservation.checkFolder',
        input: JSON.stringify(input),
        state: 'running',
        startedAt: '',
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const end = await runJob(
      test.engine,
      { id: started.id, operation: 'preservation.checkFolder', input, userId: null, changes: [] },
      {
        ...noFiles,
        write: (jobId, chunk) => applyChunk(test.engine, jobId, chunk),
        progress: (_, done, total) => {
          if (total !== null && done > total / 2 && existsSync(path)) renameSync(path, `${path}-pulled`)
        },
      },
    )
    await endJob(test.engine, started.id, end)
    expect(end).toMatchObject({ state: 'done', output: { isWhole: false, bad: 0, gone: 0 } })
    const { tally, state } = valueOf(await digitizer.client.preservation.folder({ id: folder.id }))
    expect(state).toBe('lost')
    expect(tally.good).toBeGreaterThan(0)
    expect(tally.good + tally.waiting).toBe(6)
    renameSync(`${path}-pulled`, path)
    expect(await checked(folder.id)).toMatchObject({ read: tally.waiting, good: 6, isWhole: true })
  })

  it('is not followed through links, however they run in circles', async () => {
    const path = folderWith(scannedPages(2))
    symlinkSync(path, join(path, 'vong-lap'))
    symlinkSync(join(path, 'SH000001_0001.tif'), join(path, 'SH000001_0003.tif'))
    const folder = await linked(path)
    expect(await checked(folder.id)).toMatchObject({ listed: 4, good: 2, bad: 2 })
    expect((await problemsOf(folder.id))['vong-lap']).toEqual(['link', 'wrong_name'])
    expect((await problemsOf(folder.id))['SH000001_0003.tif']).toEqual(['link'])
  })

  it('does not lose names of 255 signs, long paths, or a name in both ways of writing accents', async () => {
    const long = `${'a'.repeat(251)}.tif`
    const deep = `${'thu-muc-rat-dai-'.repeat(6)}/${'thu-muc-rat-dai-'.repeat(6)}/${'x'.repeat(90)}.tif`
    const [composed, decomposed] = ['Quyển một.tif', 'Quyển một.tif'].map((name, at) =>
      name.normalize(at === 0 ? 'NFC' : 'NFD'),
    )
    const tones = [1, 2, 3, 4].map((k) => tiffOf({ tone: (x, y) => (x * k + y * 29) % 256 }))
    const folder = await linked(
      folderWith({
        [long]: tones[0] ?? '',
        [deep]: tones[1] ?? '',
        [composed ?? '']: tones[2] ?? '',
        [decomposed ?? '']: tones[3] ?? '',
      }),
      null,
    )
    expect(await checked(folder.id)).toMatchObject({ listed: 4, read: 4, noticed: 2, bad: 2 })
    expect(await problemsOf(folder.id)).toEqual({
      [long]: ['long_path'],
      [deep]: ['long_path'],
      [composed ?? '']: ['twin_name'],
      [decomposed ?? '']: ['twin_name'],
    })
  })

  it('is asked again for a file that could not be read', async () => {
    const path = folderWith(scannedPages(3))
    const place = join(path, 'SH000001_0002.tif')
    // Whoever may read everything is kept off by no permission: a link that is not followed stands for a fault.
    const isRoot = process.getuid?.() === 0
    if (isRoot) {
      rmSync(place)
      symlinkSync('/proc/self/mem', place)
    } else chmodSync(place, 0)
    const folder = await linked(path)
    expect(await checked(folder.id)).toMatchObject({ good: 2, bad: 1 })
    if (isRoot) rmSync(place)
    else chmodSync(place, 0o644)
    writeFileSync(place, scannedPages(2)['SH000001_0002.tif'] ?? '')
    expect(await checked(folder.id)).toMatchObject({ good: 3, bad: 0 })
  })

  it('takes 10,000 files in one folder', async () => {
    const page = tiffOf({ width: 2, height: 2 })
    const files = Object.fromEntries(
      Array.from({ length: 10_000 }, (_, at) => [`SH000001_${String(at + 1).padStart(5, '0')}.tif`, page]),
    )
    const folder = await linked(folderWith(files), null)
    expect(await checked(folder.id)).toMatchObject({ listed: 10_000, read: 10_000, noticed: 10_000, bad: 0 })
  })

  it('is refused when the folder is not there, and nothing it held is taken for gone', async () => {
    const path = folderWith(scannedPages(2))
    const folder = await linked(path)
    await checked(folder.id)
    renameSync(path, `${path}-away`)
    mkdirSync(path)
    rmSync(path, { recursive: true })
    const run = await finishedJob(digitizer, 'preservation.checkFolder', { id: folder.id })
    expect(run).toMatchObject({ state: 'failed', error: { code: 'folder_out_of_reach' } })
    const state = valueOf(await digitizer.client.preservation.folder({ id: folder.id }))
    expect(state).toMatchObject({ state: 'lost', tally: { good: 2, gone: 0 } })
    renameSync(`${path}-away`, path)
    expect(await checked(folder.id)).toMatchObject({ read: 0, good: 2, isWhole: true })
  })
})
