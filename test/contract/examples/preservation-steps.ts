import { cpSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { isoDateAt } from '../../../shared/dates.ts'
import { sha256 } from '../../../db/hash.ts'
import { writeBag } from '../../../db/preservation/bag/write.ts'
import { testFolder } from '../../support/engine.ts'
import { folderWith, scannedPages } from '../../support/scans.ts'
import { by } from '../example.ts'

export const pages = folderWith(scannedPages(3))
export const titled = by('cataloguer', 'catalogue.addTitle', { title: 'Địa chí tỉnh', material: 'book' })
const known = [
  titled,
  by('digitizer', 'preservation.linkFolder', { titleId: 1, path: pages, purpose: 'master' }),
  by('digitizer', 'preservation.checkFolder', { id: 1 }),
]

export const disk = testFolder()
export const volume = { code: 'OD-01', name: 'Ổ cứng 1', kind: 'hdd' as const, place: 'Tủ 2' }
export const added = by('digitizer', 'preservation.addVolume', volume)
/** The disk as it comes out of its box, with the pages copied onto it. */
function fresh(path: string): string {
  rmSync(path, { recursive: true, force: true })
  mkdirSync(path)
  cpSync(pages, join(path, 'SH000001'), { recursive: true })
  return path
}
export const marking = { id: 1, rev: 1, path: disk }
/** Each example has a library of its own, to which a disk that another one marked is a stranger's. */
export const onFreshDisk = () => ({ ...marking, path: fresh(disk) })
export const marked = [added, by('digitizer', 'preservation.markVolume', onFreshDisk)]
export const registered = [
  ...known,
  ...marked,
  by('digitizer', 'preservation.registerCopies', { volumeId: 1 }),
]
export const retired = [
  ...marked,
  by('digitizer', 'preservation.retireVolume', { id: 1, rev: 2, on: '2026-01-31' }),
]

const destination = testFolder()
/** Each example packs into an empty folder. */
export function packing(more: Partial<{ folderIds: number[]; path: string }> = {}) {
  rmSync(destination, { recursive: true, force: true })
  mkdirSync(destination)
  return { folderIds: [1], path: destination, recipient: 'Thư viện Quốc gia Việt Nam', ...more }
}
export const firstCode = `GN-${isoDateAt(Date.now()).slice(0, 4)}-0001`
export function packingTwice() {
  const input = packing()
  mkdirSync(join(destination, firstCode))
  return input
}
export const checkedPages = known
export const rights = (status = 'public_domain') =>
  `insert into digitizationRights (titleId, status, basis, evidence, decidedOn, decidedBy, createdAt)
   values (1, '${status}', 'Hết thời hạn bảo hộ', 'QĐ 1', '2020-01-01', 'Giám đốc', '')`

export const received = join(testFolder(), 'GN-2026-0001')
const text = 'một trang'
export const seal = writeBag(
  received,
  {
    files: [
      {
        from: join(folderWith({ 'a.txt': text }), 'a.txt'),
        path: 'data/master/a.txt',
        size: Buffer.byteLength(text),
        sha256: sha256(text),
      },
    ],
    tags: [],
    info: [['External-Identifier', 'GN-2026-0001']],
  },
  () => undefined,
)
export const receipt = {
  program: 'Kho Sách',
  kind: 'receipt',
  package: 'GN-2026-0001',
  seal,
  files: 1,
  bytes: Buffer.byteLength(text),
  isValid: true,
  checkedAt: '2026-10-02T03:00:00.000Z',
  library: 'Thư viện Quốc gia Việt Nam',
}
export const sent = [
  rights(),
  `insert into filePackage (code, titleId, path, files, bytes, seal, recipient, rightsId, madeAt)
   values ('GN-2026-0001', 1, 'E:/GN-2026-0001', 1, ${receipt.bytes}, '${seal}', 'Thư viện Quốc gia', 1,
     '2026-10-01T03:00:00.000Z')`,
]
