import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { backupStem } from '../shared/backup/contract.ts'
import { isPlainName } from '../shared/file-name.ts'
import { backupsIn } from '../test/support/backups.ts'
import {
  codeOf,
  finishedJob,
  openTestEngine,
  testFolder,
  valueOf,
  type TestEngine,
} from '../test/support/engine.ts'
import { folderWith, scanJob, scannedPages } from '../test/support/scans.ts'
import { createExchange } from './host/exchange.ts'
import { createServe } from './host/serve.ts'
import { keepFiles } from './interchange/kept-files.ts'

/** Each door that makes a path of what came in, and names that would lead it elsewhere. */
const strange = [
  '../outside',
  '..\\outside',
  '/tmp/outside',
  'C:\\outside',
  '\\\\server\\share\\outside',
  'CON',
  'aux.txt',
  'a.txt::$DATA',
  'a.',
  'a ',
  'a\0b',
  'x'.repeat(400),
]

it('a file that is taken in lies in its run’s folder, under a name every disk holds', async () => {
  const source = join(testFolder(), 'source')
  writeFileSync(source, 'x')
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.constantFrom(...strange), fc.string({ unit: 'binary' })), async (name) => {
      const folder = join(testFolder(), 'run')
      const ticket = { token: 't', name, size: 1 }
      const [kept] = await keepFiles(folder, [{ ticket, path: source }], () => undefined)
      expect(dirname(kept?.path ?? '')).toBe(folder)
      expect(readdirSync(folder)).toHaveLength(1)
      expect(readdirSync(folder).every(isPlainName)).toBe(true)
      rmSync(dirname(folder), { recursive: true })
    }),
    { numRuns: 60 },
  )
})

it('the page’s files are asked for by plain names alone', async () => {
  const root = testFolder()
  const assetsDir = join(root, 'renderer')
  mkdirSync(join(assetsDir, 'assets'), { recursive: true })
  writeFileSync(join(root, 'secret.js'), 'secret')
  writeFileSync(join(assetsDir, 'assets', 'a.js'), 'ours')
  const serve = createServe({ assetsDir, exchange: createExchange(testFolder()) })
  const get = (name: string) => serve(new Request(`http://127.0.0.1/${encodeURIComponent(name)}`))
  expect((await get('assets/a.js')).status).toBe(200)
  const refused = ['../secret.js', '..\\secret.js', `${root}/secret.js`, 'assets/../../secret.js']
  for (const name of [...refused, 'con.js', 'assets/a.js::$DATA', 'assets/a.js.', 'a\0.js'])
    expect((await get(name)).status, name).toBe(404)
})

describe('a library that says strange things of its files', () => {
  let test: TestEngine
  let dataDir: string
  beforeEach(async () => {
    dataDir = testFolder()
    test = await openTestEngine({ dataDir })
  })
  afterEach(() => test.close())

  it('is not restored from a list that names a place elsewhere', async () => {
    const administrator = await test.as('administrator')
    mkdirSync(join(dataDir, 'papers'))
    writeFileSync(join(dataDir, 'papers', 'a.pdf'), 'giấy tờ')
    await finishedJob(administrator, 'backup.make')
    const folder = join(dataDir, 'backups')
    const [fileName = ''] = backupsIn(folder)
    const list = join(folder, backupStem(fileName), 'SHA256SUMS')
    const whole = readFileSync(list, 'utf8')
    for (const name of [
      'papers/../../outside.pdf',
      '../outside.pdf',
      '/outside.pdf',
      'papers/con',
      'papers/a\0',
    ]) {
      writeFileSync(list, `${whole}${'0'.repeat(64)}  ${name}\n`)
      const input = { path: join(folder, fileName), passphrase: '' }
      const { error } = await finishedJob(administrator, 'backup.prove', input)
      expect([error?.code, error?.details['file']]).toEqual(['copy_damaged', name])
      expect(existsSync(join(dataDir, 'restore', 'papers'))).toBe(false)
    }
  })

  it('loses no file outside its backups to a copy that is given up', async () => {
    const administrator = await test.as('administrator')
    await finishedJob(administrator, 'backup.make')
    writeFileSync(join(dataDir, 'kept.txt'), 'của người khác')
    const strangeRow = `update backup set fileName = '../kept.txt', sha256 = '', removedAt = '2026-01-01T00:00:00.000Z'`
    test.engine.connection.raw.exec(strangeRow)
    await finishedJob(administrator, 'backup.make')
    expect(existsSync(join(dataDir, 'kept.txt'))).toBe(true)
  })

  it('shows and packs no picture from outside the folder of its scans', async () => {
    const digitizer = await test.as('digitizer')
    const { preservation } = digitizer.client
    const job = await scanJob(test)
    const root = folderWith(scannedPages(1))
    const [page = ''] = readdirSync(root)
    const path = folderWith(scannedPages(1), join(root, 'scans'))
    const { id } = valueOf(await preservation.linkFolder({ ...job, path, purpose: 'master' }))
    await finishedJob(digitizer, 'preservation.checkFolder', { id, isFull: true })
    const raw = test.engine.connection.raw
    raw.exec(`insert into digitizationRights
      (titleId, status, basis, evidence, decidedOn, decidedBy, createdAt)
      values (${job.titleId}, 'own', 'Tài liệu nội sinh', 'QĐ 5', '2026-01-01', 'Bà Mai', '')`)
    const [file] = valueOf(await preservation.files({ folderId: id })).rows
    const show = () => preservation.showFile({ id: file?.id ?? 0, size: 'small', pageInFile: 1 })
    valueOf(await show())
    for (const name of [`../${page}`, `${page}/../../${page}`]) {
      raw.prepare('update digitalFile set path = ?').run(name)
      expect(codeOf(await show()), name).toBe('file_out_of_reach')
      const packing = { folderIds: [id], path: testFolder(), recipient: 'Thư viện Quốc gia Việt Nam' }
      const { error } = await finishedJob(digitizer, 'preservation.makePackage', packing)
      expect(error?.code, name).toBe('file_out_of_reach')
    }
  })
})
