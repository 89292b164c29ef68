import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { JobNews } from '../../shared/door.ts'
import { backupsIn } from '../../test/support/backups.ts'
import { valueOf } from '../../test/support/engine.ts'
import { newLibrary, type Library } from '../../test/support/folders.ts'
import { startHost, type Host } from './host.ts'

let library: Library
let host: Host
let ended: JobNews[]

beforeEach(async () => {
  library = await newLibrary()
  host = startHost({ dataDir: library.dataDir, workerUrl: new URL('./worker.ts', import.meta.url) })
  ended = []
  host.onEvent((event) => {
    if (event.type === 'job' && event.job.state !== 'running') ended.push(event.job)
  })
})
afterEach(() => host.close())

const call = async (operation: string, input: unknown = {}) =>
  valueOf((await host.call(operation, input, library.session)).reply)
/** Each program that is started loads three threads. */
const patienceMs = 120_000
const copies = () => backupsIn(join(library.dataDir, 'backups'))

it(
  'a copy that is due is made when the program is left, once the day',
  async () => {
    await call('catalogue.addTitle', { title: 'Ghi rồi đóng chương trình' })
    await host.close({ copiesFirst: true })
    expect(copies()).toHaveLength(1)
    host = startHost({ dataDir: library.dataDir, workerUrl: new URL('./worker.ts', import.meta.url) })
    await host.close({ copiesFirst: true })
    expect(copies()).toHaveLength(1)
  },
  patienceMs,
)

it(
  'being left a second time ends the copy, and nothing unfinished counts',
  async () => {
    await call('catalogue.addTitle', { title: 'Đóng rồi mở lại ngay' })
    const leaving = host.close({ copiesFirst: true })
    await new Promise((resolve) => setTimeout(resolve, 30))
    await host.close()
    await leaving
    expect(copies().length).toBeLessThanOrEqual(1)
  },
  patienceMs,
)

it(
  'a copy that is made by itself gives way to what somebody starts',
  async () => {
    await call('catalogue.addTitle', { title: 'Đang chép thì có việc' })
    // Asked in one breath: the copy of so small a library may be made before an answer is read.
    await Promise.all([call('backup.makeByItself', { isQuitting: true }), call('journal.verifyChain')])
    await expect.poll(() => ended).toHaveLength(2)
    expect(ended.map(({ operation, state }) => [operation, state])).toEqual([
      ['backup.makeByItself', 'cancelled'],
      ['journal.verifyChain', 'done'],
    ])
    expect(copies()).toEqual([])
  },
  patienceMs,
)
