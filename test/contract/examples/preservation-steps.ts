import { cpSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
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
