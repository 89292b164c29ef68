import { renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { staysBelow } from '../../../shared/file-name.ts'
import { testFolder } from '../../../test/support/engine.ts'
import { folderWith } from '../../../test/support/scans.ts'
import { sha256 } from '../../hash.ts'
import { checkBag } from './check.ts'
import { manifestLine, readManifest, readTags } from './manifest.ts'
import { packagePaths } from './paths.ts'
import { SourceAltered, writeBag } from './write.ts'

const texts = { 'trang 1.txt': 'một', 'Quyển hai/100%.txt': 'hai', 'trống.txt': '' }
const quiet = () => undefined

function packed() {
  const source = folderWith(texts)
  const root = join(testFolder(), 'goi')
  const files = Object.entries(texts).map(([path, text]) => ({
    from: join(source, path),
    path: `data/${path}`.normalize('NFC'),
    size: Buffer.byteLength(text),
    sha256: sha256(text),
  }))
  const info = [['Source-Organization', 'Thư viện tỉnh']] as const
  const seal = writeBag(root, { files, tags: [{ path: 'metadata/dc.xml', text: '<dc/>\n' }], info }, quiet)
  return { root, seal, source, files }
}
const problemsOf = (root: string) =>
  checkBag(root, quiet).problems.map(({ problem, path }) => [problem, path])

it('arrives as it left, known by its seal', () => {
  const { root, seal } = packed()
  expect(checkBag(root, quiet)).toEqual({
    isValid: true,
    problems: [],
    problemCount: 0,
    files: 3,
    bytes: 8,
    seal,
    info: { 'Source-Organization': 'Thư viện tỉnh', 'Payload-Oxum': '8.3' },
  })
})

it('says of each file what is wrong with it', () => {
  const { root } = packed()
  writeFileSync(join(root, 'data/trang 1.txt'), 'mot')
  rmSync(join(root, 'data/trống.txt'))
  writeFileSync(join(root, 'data/la.txt'), 'lạ')
  truncateSync(join(root, 'metadata/dc.xml'), 2)
  expect(problemsOf(root)).toEqual([
    ['wrong_sum', 'data/trang 1.txt'],
    ['missing', 'data/trống.txt'],
    ['wrong_sum', 'metadata/dc.xml'],
    ['not_listed', 'data/la.txt'],
    ['wrong_amount', '8.3'],
  ])
})

it('is the same package on a disk that writes accents the other way', () => {
  const { root } = packed()
  renameSync(join(root, 'data/trống.txt'), join(root, 'data', 'trống.txt'.normalize('NFD')))
  expect(problemsOf(root)).toEqual([])
})

it('is no package without its declaration, and none that reaches out of itself', () => {
  expect(problemsOf(folderWith({ 'a.txt': 'a' }))).toEqual([['not_a_bag', '']])
  const { root } = packed()
  writeFileSync(join(root, 'manifest-sha256.txt'), `${'0'.repeat(64)}  ../../etc/passwd\nkhông phải dòng\n`)
  expect(problemsOf(root)).toEqual(
    expect.arrayContaining([
      ['path_outside', '../../etc/passwd'],
      ['bad_line', 'manifest-sha256.txt'],
      ['not_listed', 'data/trang 1.txt'],
    ]),
  )
  writeFileSync(join(root, 'fetch.txt'), 'https://thuvien.example/x 3 data/x\n')
  expect(problemsOf(root)).toContainEqual(['incomplete', 'fetch.txt'])
})

it('is not made of a file that is no longer what was checked', () => {
  const { source, files } = packed()
  writeFileSync(join(source, 'trang 1.txt'), 'khác')
  expect(() => writeBag(join(testFolder(), 'goi'), { files, tags: [], info: [] }, quiet)).toThrow(
    SourceAltered,
  )
})

it('writes and reads the signs of a list that would break its lines', () => {
  const path = 'data/100%\r\n.txt'
  expect(readManifest(manifestLine('a'.repeat(64), path))).toEqual([{ sum: 'a'.repeat(64), path }])
  expect(readManifest(`${'B'.repeat(32)} *./data/x y\r\n`)).toEqual([
    { sum: 'b'.repeat(32), path: 'data/x y' },
  ])
  expect(readTags('A: một\n  hai\nB:ba\n')).toEqual(
    new Map([
      ['A', 'một hai'],
      ['B', 'ba'],
    ]),
  )
  expect(['a/b', '../a', '/a', 'C:\\a', 'a/../../b', '~/a'].map(staysBelow)).toEqual([
    true,
    false,
    false,
    false,
    false,
    false,
  ])
})

it('gives files names that every system can hold, each its own', () => {
  const long = `${'đ'.repeat(200)}.tif`
  const paths = [
    'a.tif',
    'A.tif',
    'Quyển.tif',
    'Quyển.tif'.normalize('NFD'),
    'con.txt',
    'x:y?.tif',
    'cuối. ',
    long,
  ]
  const given = packagePaths(paths)
  expect(given.slice(0, 7)).toEqual([
    'a.tif',
    'A~2.tif',
    'Quyển.tif',
    'Quyển~2.tif',
    '_con.txt',
    'x_y_.tif',
    'cuối_',
  ])
  expect(given[7]).toHaveLength(80)
  expect(given[7]).toMatch(/đ\.tif$/)
})
