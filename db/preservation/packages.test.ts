import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Output } from '../../renderer/app/operation-types.ts'
import {
  finishedJob,
  openTestEngine,
  testFolder,
  valueOf,
  type Person,
  type TestEngine,
} from '../../test/support/engine.ts'
import { tiffOf } from '../../test/support/images.ts'
import { folderWith, scanJob, scannedPages } from '../../test/support/scans.ts'
import { checkBag } from './bag/check.ts'

type Made = Output<'preservation.makePackage'>
let test: TestEngine
let digitizer: Person
let pages: string

beforeEach(async () => {
  test = await openTestEngine()
  digitizer = await test.as('digitizer')
  const job = await scanJob(test)
  const { 'SH000001_0003.tif': _, ...rest } = scannedPages(4)
  pages = folderWith({
    ...rest,
    [`Quyển hai/${'dài '.repeat(40)}.tif`.normalize('NFD')]: tiffOf({ width: 7 }),
  })
  const folder = valueOf(
    await digitizer.client.preservation.linkFolder({ ...job, path: pages, purpose: 'master' }),
  )
  await finishedJob(digitizer, 'preservation.checkFolder', { id: folder.id })
  test.engine.connection.raw.exec(`insert into digitizationRights
    (titleId, status, basis, evidence, decidedOn, decidedBy, createdAt)
    values (${job.titleId}, 'own', 'Tài liệu nội sinh', 'QĐ 5', '2026-01-01', 'Ông Dấu Riêng', '')`)
})
afterEach(async () => {
  expect(test.faults).toEqual([])
  await test.close()
})

async function made(path = testFolder()): Promise<Made> {
  const input = { folderIds: [1], path, recipient: 'Thư viện Quốc gia Việt Nam' }
  const run = await finishedJob(digitizer, 'preservation.makePackage', input)
  expect(run.error).toBeNull()
  return run.output as Made
}

it('holds what stands on its pages, and says what it was read by', async () => {
  const { rows } = valueOf(await digitizer.client.preservation.files({ folderId: 1 }))
  const file = rows.find(({ path }) => path === 'SH000001_0001.tif')
  const words = { fileId: file?.id ?? 0, rev: null, text: 'Trăm năm trong cõi người ta' }
  valueOf(await digitizer.client.preservation.correctText(words))
  const { path, files } = await made()
  expect(files).toBe(5)
  expect(readFileSync(join(path, 'data/text/SH000001_0001.tif.txt'), 'utf8')).toBe(`${words.text}\n`)
  const premis = readFileSync(join(path, 'metadata/premis.xml'), 'utf8')
  expect(premis).toContain('<eventType>text recognition</eventType>')
  expect(checkBag(path, () => undefined).isValid).toBe(true)
})

it('is a whole package, with descriptions and no name of a person', async () => {
  const { path, code, files } = await made()
  expect(files).toBe(4)
  expect(readdirSync(path).toSorted()).toEqual([
    'bag-info.txt',
    'bagit.txt',
    'data',
    'manifest-sha256.txt',
    'metadata',
    'tagmanifest-sha256.txt',
  ])
  const report = checkBag(path, () => undefined)
  expect(report).toMatchObject({ isValid: true, files: 4, info: { 'External-Identifier': code } })
  const premis = readFileSync(join(path, 'metadata/premis.xml'), 'utf8')
  expect(premis).toContain('<otherRightsBasis>own</otherRightsBasis>')
  for (const name of readdirSync(join(path, 'metadata')))
    expect(readFileSync(join(path, 'metadata', name), 'utf8')).not.toContain('Dấu Riêng')
  // The name of old is told where the package gives a shorter one.
  expect(premis).toContain('dài dài'.normalize('NFD'))
})

it('leaves nothing behind when a file is not what was checked', async () => {
  const folder = testFolder()
  writeFileSync(join(pages, 'SH000001_0002.tif'), 'khác')
  const input = { folderIds: [1], path: folder, recipient: 'Nơi nhận' }
  const run = await finishedJob(digitizer, 'preservation.makePackage', input)
  expect(run).toMatchObject({ state: 'failed', error: { code: 'file_altered' } })
  expect(readdirSync(folder)).toEqual([])
})

it('is checked at the other end by the same program, whose receipt closes the hand-over', async () => {
  const sent = await made()
  const script = fileURLToPath(new URL('../host/cli.ts', import.meta.url))
  const receipt = join(testFolder(), 'bien-nhan.json')
  const parameters = [script, 'check-bag', sent.path, '--out', receipt, '--library', 'Thư viện Quốc gia']
  const told = execFileSync(process.execPath, parameters)
  expect(JSON.parse(told.toString())).toMatchObject({ ok: true, value: { isValid: true, seal: sent.seal } })
  const { id, rev } = sent
  const answer = await digitizer.client.preservation.takeReceipt({
    id,
    rev,
    receipt: readFileSync(receipt, 'utf8'),
  })
  expect(valueOf(answer)).toMatchObject({ receivedBy: 'Thư viện Quốc gia', rev: rev + 1 })
})

it('that was damaged on its way is refused at the other end', async () => {
  const sent = await made()
  writeFileSync(join(sent.path, 'data/la.txt'), 'thừa')
  expect(existsSync(sent.path)).toBe(true)
  const run = await finishedJob(digitizer, 'preservation.checkPackage', { path: sent.path })
  const report = run.output as Output<'preservation.checkPackage'>
  expect(report).toMatchObject({ isValid: false, problemCount: 2 })
  expect(report.problems.map(({ problem }) => problem)).toEqual(['not_listed', 'wrong_amount'])
})
