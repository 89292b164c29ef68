import { cpSync, existsSync, readFileSync, renameSync, utimesSync, writeFileSync } from 'node:fs'
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
import { folderWith, scanJob, scannedPages } from '../../test/support/scans.ts'
import { applyChunk, endJob, runJob } from '../run-job.ts'

/** What happens to a disk while it is being read. */
let test: TestEngine
let digitizer: Person
let pages: string
const pageCount = 6

beforeEach(async () => {
  test = await openTestEngine()
  digitizer = await test.as('digitizer')
  pages = folderWith(scannedPages(pageCount))
  const job = await scanJob(test)
  valueOf(await digitizer.client.preservation.linkFolder({ ...job, path: pages, purpose: 'master' }))
})
afterEach(async () => {
  expect(test.faults).toEqual([])
  await test.close()
})

/** A run with something done to the disk each time it says how far it is. */
async function runWith(
  operation: string,
  input: Record<string, number | boolean | null>,
  act: (done: number) => void,
) {
  const started = await test.engine.connection.db
    .insertInto('job')
    .values({ operation, input: JSON.stringify(input), state: 'running', startedAt: '' })
    .returning('id')
    .executeTakeFirstOrThrow()
  const refused = () => Promise.reject(new Error('no file is handed over'))
  const end = await runJob(
    test.engine,
    { id: started.id, operation, input, userId: null, changes: [] },
    {
      write: (jobId, chunk) => applyChunk(test.engine, jobId, chunk),
      progress: (_, done, total) => {
        if (total !== null) act(done)
      },
      isCancelled: () => false,
      offerFile: refused,
      openFile: () => expect.unreachable('no file is handed over'),
      pathOfFile: () => null,
      proxyFor: () => Promise.resolve(null),
    },
  )
  await endJob(test.engine, started.id, end)
  return end
}

it('a file that is written to while it is read is named for it, never counted as good, and the others are', async () => {
  const name = 'SH000001_0003.tif'
  const at = Object.keys(scannedPages(pageCount)).indexOf(name)
  const size = readFileSync(join(pages, name)).length
  let isWritten = false
  const end = await runWith('preservation.checkFolder', { id: 1, isFull: false }, (done) => {
    // Its last piece was read: what follows is the question whether it is still what it was.
    if (isWritten || done < size * (at + 1)) return
    isWritten = true
    writeFileSync(
      join(pages, name),
      Buffer.concat([readFileSync(join(pages, name)), Buffer.from('quét tiếp')]),
    )
    utimesSync(join(pages, name), new Date(), new Date(Date.now() + 60_000))
  })
  expect(end).toMatchObject({ state: 'done', output: { good: pageCount - 1, bad: 1, isWhole: true } })
  const { rows } = valueOf(await digitizer.client.preservation.files({ folderId: 1, view: 'bad' }))
  expect(rows.map(({ path, problems, sha256 }) => ({ path, problems, sha256 }))).toEqual([
    { path: name, problems: ['changed'], sha256: null },
  ])
})

it('a disk that is pulled out while its copies are read has lost none of them, and the rest is read another day', async () => {
  await finishedJob(digitizer, 'preservation.checkFolder', { id: 1 })
  const path = testFolder()
  const fields = { code: 'A', name: 'Đĩa A', kind: 'hdd' } as const
  const { id, rev } = valueOf(await digitizer.client.preservation.addVolume(fields))
  valueOf(await digitizer.client.preservation.markVolume({ id, rev, path }))
  cpSync(pages, join(path, 'SH000001'), { recursive: true })
  await finishedJob(digitizer, 'preservation.registerCopies', { volumeId: id })
  const half = (readFileSync(join(pages, 'SH000001_0001.tif')).length * pageCount) / 2
  const input = { volumeId: id, minutes: null, isDueOnly: false }
  const end = await runWith('preservation.checkFixity', input, (done) => {
    if (done > half && existsSync(path)) renameSync(path, `${path}-pulled`)
  })
  expect(end).toMatchObject({
    state: 'done',
    output: { isWhole: false, mismatched: 0, missing: 0, unreadable: 0 },
  })
  const volume = valueOf(await digitizer.client.preservation.volume({ id }))
  expect(volume).toMatchObject({ attachedAt: null, copies: pageCount, missing: 0, unreadable: 0 })
  renameSync(`${path}-pulled`, path)
  const again = await finishedJob(digitizer, 'preservation.checkFixity', { volumeId: id })
  expect(again.output).toMatchObject({ isWhole: true, matched: pageCount })
})
