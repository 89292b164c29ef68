import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createOpened, openedPath } from './opened.ts'

const folder = mkdtempSync(join(tmpdir(), 'khosach-opened-'))
const packageFile = join(folder, 'Quý 3.khosach')
const receiptFile = join(folder, 'bien-nhan.KHOSACH-RECEIPT')
const updateFile = join(folder, 'KhoSach-1.2.0.khosach-update')
for (const file of [packageFile, receiptFile, updateFile]) writeFileSync(file, 'bytes')

const admit = async (path: string) => ({ token: path, name: path, size: 5 })

test('a package, a receipt or an update among the words of a start is the file that was opened', () => {
  expect(openedPath(['KhoSach.exe', packageFile], '/')).toBe(packageFile)
  expect(openedPath(['electron', '.', '--data', folder, 'Quý 3.khosach'], folder)).toBe(packageFile)
  expect(openedPath(['KhoSach.exe', receiptFile], '/')).toBe(receiptFile)
  expect(openedPath(['KhoSach.exe', updateFile], '/')).toBe(updateFile)
})

test('anything else, and what is not there, is not', () => {
  for (const word of ['--data', folder, join(folder, 'none.khosach'), 'library.db', updateFile.slice(0, -1)])
    expect(openedPath(['KhoSach.exe', word], folder), word).toBeNull()
  expect(openedPath(['/opt/app.khosach'], '/')).toBeNull()
})

test('a package and an update are handed over by ticket, a receipt by its folder, each once', async () => {
  const opened = createOpened(admit)
  expect(opened.put(null)).toBe(false)
  expect(await opened.take()).toBeNull()
  expect(opened.put(packageFile)).toBe(true)
  expect(await opened.take()).toEqual({ kind: 'package', file: await admit(packageFile) })
  expect(await opened.take()).toBeNull()
  opened.put(receiptFile)
  expect(await opened.take()).toEqual({ kind: 'receipt', folder })
  opened.put(updateFile)
  expect(await opened.take()).toEqual({ kind: 'update', file: await admit(updateFile) })
})

test('a file whose stick was pulled out meanwhile is none', async () => {
  const opened = createOpened(admit)
  opened.put(packageFile)
  rmSync(packageFile)
  expect(await opened.take()).toBeNull()
})
