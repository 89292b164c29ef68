import { execFile } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { beforeEach, describe, expect, it } from 'vitest'
import { sha256 } from '../../db/hash.ts'
import { checkBag } from '../../db/preservation/bag/check.ts'
import { metsOf, premisOf, type Described } from '../../db/preservation/bag/describe.ts'
import { writeBag } from '../../db/preservation/bag/write.ts'
import { testFolder } from '../support/engine.ts'
import { folderWith } from '../support/scans.ts'

const run = promisify(execFile)
const schemaOf = (name: string) => fileURLToPath(new URL(`schemas/${name}.xsd`, import.meta.url))

const pages = [1, 2].map((id) => ({
  id: `file-${id}`,
  path: `data/master/Quyển ${id}.tif`,
  originalName: `quét/Quyển ${id}?.tif`,
  size: 3,
  sha256: 'a'.repeat(64),
  format: 'tiff' as const,
  page: id === 1 ? 1 : null,
  purpose: 'master',
  checkedAt: '2026-11-10T02:00:00.000Z',
  readOff: null,
}))
const words = {
  id: 'text-1',
  path: 'data/text/Quyển 1.tif.txt',
  originalName: 'Quyển 1.tif.txt',
  size: 3,
  sha256: 'b'.repeat(64),
  format: 'text' as const,
  page: 1,
  purpose: 'text',
  checkedAt: '2026-11-10T02:00:00.000Z',
  readOff: { id: 'file-1', by: 'Tesseract 5.3.0', at: '2026-11-10T02:00:00.000Z' },
}

const described: Described = {
  title: { id: 'KS00000001', title: 'Truyện Kiều & <phụ lục>' },
  files: [...pages, words],
  rights: {
    id: 1,
    titleId: 1,
    status: 'public_domain',
    basis: 'Hết thời hạn bảo hộ',
    evidence: '',
    decidedOn: '2026-01-01',
    decidedBy: 'Nguyễn Văn A',
    expiresOn: null,
  },
  library: 'Thư viện tỉnh',
  now: '2026-11-10T02:00:00.000Z',
}

it.each([
  ['mets', metsOf],
  ['premis', premisOf],
] as const)('a package describes itself by the Library of Congress’ schema of %s', async (name, write) => {
  const path = join(testFolder(), `${name}.xml`)
  const text = write(described)
  writeFileSync(path, text)
  // Names of people go nowhere.
  expect(text).not.toContain('Nguyễn Văn A')
  const { stderr } = await run('xmllint', ['--nonet', '--noout', '--schema', schemaOf(name), path])
  expect(stderr).toBe(`${path} validates\n`)
})

/** No program that knows BagIt comes with the system: its lists, its declaration and its amounts are put to others. */
describe('a package by programs that know nothing of this one', () => {
  const texts = { 'Quyển một.txt': 'một', 'b/hai.txt': 'hai' }
  let root: string

  beforeEach(() => {
    const source = folderWith(texts)
    root = join(testFolder(), 'goi')
    const files = Object.entries(texts).map(([path, text]) => ({
      from: join(source, path),
      path: `data/${path.normalize('NFC')}`,
      size: Buffer.byteLength(text),
      sha256: sha256(text),
    }))
    writeBag(
      root,
      { files, tags: [{ path: 'metadata/mets.xml', text: metsOf(described) }], info: [] },
      () => undefined,
    )
  })

  const summed = (list: string) => run('sha256sum', ['--check', '--strict', list], { cwd: root })

  it.each(['manifest-sha256.txt', 'tagmanifest-sha256.txt'])(
    'has the sums of its %s, which names every file',
    async (list) => {
      const { stdout } = await summed(list)
      const lines = stdout.trim().split('\n')
      expect(lines.every((line) => line.endsWith(': OK'))).toBe(true)
      const find = list.startsWith('tag')
        ? ['.', '-type', 'f', '-not', '-path', './data/*', '-not', '-name', 'tagmanifest*']
        : ['data', '-type', 'f']
      const { stdout: found } = await run('find', find, { cwd: root })
      expect(lines.length).toBe(found.trim().split('\n').length)
    },
  )

  it('is declared as RFC 8493 asks, and holds as much as it says', async () => {
    expect(readFileSync(join(root, 'bagit.txt'), 'utf8')).toBe(
      'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n',
    )
    const { stdout } = await run('find', ['data', '-type', 'f', '-printf', '%s\n'], { cwd: root })
    const sizes = stdout.trim().split('\n').map(Number)
    const total = sizes.reduce((sum, size) => sum + size, 0)
    expect(readFileSync(join(root, 'bag-info.txt'), 'utf8')).toContain(
      `Payload-Oxum: ${total}.${sizes.length}\n`,
    )
  })

  it.each([
    ['data/b/hai.txt', 'manifest-sha256.txt'],
    ['metadata/mets.xml', 'tagmanifest-sha256.txt'],
  ])('is refused for one bit that is turned over in %s', async (path, list) => {
    const bytes = readFileSync(join(root, path))
    bytes[0] = (bytes[0] ?? 0) ^ 1
    writeFileSync(join(root, path), bytes)
    await expect(summed(list)).rejects.toMatchObject({ stdout: expect.stringContaining(`${path}: FAILED`) })
    expect(checkBag(root, () => undefined).isValid).toBe(false)
  })
})
