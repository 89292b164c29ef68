import { createHash } from 'node:crypto'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { packedFilesName } from '../../shared/packed-files.ts'
import { selfTest } from './self-test.ts'

const contents = {
  'KhoSach.exe': 'program',
  'resources/app.asar': 'archive',
  'resources/native/a.node': 'native',
}
let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'khosach-install-'))
  mkdirSync(join(folder, 'resources', 'native'), { recursive: true })
  const files = Object.entries(contents).map(([path, text]) => {
    writeFileSync(join(folder, path), text)
    return { path, size: text.length, sha256: createHash('sha256').update(text).digest('hex') }
  })
  writeFileSync(join(folder, 'resources', packedFilesName), JSON.stringify({ version: '1.0.0', files }))
})

test('finds nothing wrong with what was packed', () => {
  for (const isWhole of [false, true])
    expect(selfTest(folder, { isWhole })).toEqual({ version: '1.0.0', checked: 3, problems: [] })
})

test('names a file that was taken away, and one that was emptied', () => {
  rmSync(join(folder, 'resources/native/a.node'))
  writeFileSync(join(folder, 'KhoSach.exe'), '')
  expect(selfTest(folder, { isWhole: false })?.problems).toEqual([
    { path: 'KhoSach.exe', problem: 'changed' },
    { path: 'resources/native/a.node', problem: 'missing' },
  ])
})

test('a change that keeps the size is found by reading every byte', () => {
  writeFileSync(join(folder, 'resources/app.asar'), 'ARCHIVE')
  expect(selfTest(folder, { isWhole: false })?.problems).toEqual([])
  expect(selfTest(folder, { isWhole: true })?.problems).toEqual([
    { path: 'resources/app.asar', problem: 'changed' },
  ])
})

test.skipIf(process.getuid?.() === 0)('a file that may not be read is blocked', () => {
  chmodSync(join(folder, 'KhoSach.exe'), 0)
  expect(selfTest(folder, { isWhole: false })?.problems).toEqual([
    { path: 'KhoSach.exe', problem: 'blocked' },
  ])
})

test('what stands in the way of reading is blocked, whoever asks', () => {
  rmSync(join(folder, 'KhoSach.exe'))
  writeFileSync(
    join(folder, 'resources', packedFilesName),
    JSON.stringify({
      version: '1.0.0',
      files: [{ path: 'resources/app.asar/inside', size: 1, sha256: '' }],
    }),
  )
  expect(selfTest(folder, { isWhole: false })?.problems).toEqual([
    { path: 'resources/app.asar/inside', problem: 'blocked' },
  ])
})

test('a development folder, and a list cut short, can be held against nothing', () => {
  writeFileSync(join(folder, 'resources', packedFilesName), '{"version":')
  expect(selfTest(folder, { isWhole: false })).toBeNull()
  expect(selfTest(tmpdir(), { isWhole: false })).toBeNull()
})
