import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { sha256 } from '../../db/hash.ts'
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

it('the lists of a package are read by sha256sum, which knows nothing of this program', async () => {
  const texts = { 'Quyển một.txt': 'một', 'b/hai.txt': 'hai' }
  const source = folderWith(texts)
  const root = join(testFolder(), 'goi')
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
  for (const list of ['manifest-sha256.txt', 'tagmanifest-sha256.txt']) {
    const { stdout } = await run('sha256sum', ['--check', '--strict', list], { cwd: root })
    expect(stdout).not.toContain('FAILED')
    expect(
      stdout
        .trim()
        .split('\n')
        .every((line) => line.endsWith(': OK')),
    ).toBe(true)
  }
})
