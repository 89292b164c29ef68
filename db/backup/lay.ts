import { mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { PlaceProblem } from '../../shared/backup/contract.ts'
import { copyKept, type KeptFile, keptFilesOf, placeOfKept } from './kept-files.ts'
import { DamagedCopy, pack, unpack, type Told } from './pack.ts'
import { flushFolder, partEnding, removeParts } from './parts.ts'
import type { Attached } from './places.ts'
import type { Sealer } from './sealing.ts'

/** What goes to each place: the library at one moment, and how it is written down. */
export type Outgoing = {
  stem: string
  /** The snapshot, and the export in open formats that was made of it. */
  database: string
  exported: string | null
  dataDir: string
  sealer: Sealer | null
  told: Told
}

/** What stands at a place under a name of the unfinished; the library and its export by their sums as they lie. */
export type Laid = { place: Attached; packed: string; exported: string | null; files: KeptFile[] }

export function nameOf({ stem, sealer }: Pick<Outgoing, 'stem' | 'sealer'>): string {
  return `${stem}.db.zst${sealer ? '.age' : ''}`
}

export function exportNameOf({ stem, sealer }: Pick<Outgoing, 'stem' | 'sealer'>): string {
  return `${stem}.zip${sealer ? '.age' : ''}`
}

export async function layAt(
  place: Attached,
  outgoing: Outgoing,
  earlier: ReadonlyMap<string, KeptFile & { folder: string }>,
): Promise<Laid> {
  const { stem, database, exported, dataDir, sealer, told } = outgoing
  const { folder } = place
  mkdirSync(folder, { recursive: true })
  // Beside the library lies what this very run sends out.
  if (!place.isOwn) removeParts(folder)
  const at = (name: string) => join(folder, name + partEnding)
  const packed = await pack(database, at(nameOf(outgoing)), { sealer, isCompressed: true, told })
  const exportPacked = exported
    ? await pack(exported, at(exportNameOf(outgoing)), { sealer, isCompressed: false, told })
    : null
  const known = new Map(
    [...earlier].map(([hash, { folder: from, ...file }]) => [hash, { place: placeOfKept(from, file), file }]),
  )
  const files = await copyKept(keptFilesOf(dataDir), {
    from: dataDir,
    to: at(stem),
    earlier: known,
    sealer,
    told,
  })
  if (files === null) throw new DamagedCopy('a file did not come out as it went in')
  return { place, packed, exported: exportPacked, files }
}

/** Restores what was laid, into a file or only through the sums; throws where it is not what went out. */
export async function readBack(laid: Laid, outgoing: Outgoing, to: string | null): Promise<void> {
  const { place, packed, exported } = laid
  const opener = outgoing.sealer?.open ?? null
  const { told } = outgoing
  const at = (name: string) => join(place.folder, name + partEnding)
  const read = await unpack(at(nameOf(outgoing)), to, { opener, isCompressed: true, told })
  if (read !== packed) throw new DamagedCopy('the copy reads otherwise')
  if (!exported) return
  const again = await unpack(at(exportNameOf(outgoing)), null, { opener, isCompressed: false, told })
  if (again !== exported) throw new DamagedCopy('the export reads otherwise')
}

/** From here on it is a backup; its size as it lies. */
export function takeIn({ place, files, exported }: Laid, outgoing: Outgoing): number {
  const { folder } = place
  const finish = (name: string) => renameSync(join(folder, name + partEnding), join(folder, name))
  // The database comes last: one without its files would look like a whole backup.
  if (files.length > 0) finish(outgoing.stem)
  if (exported) finish(exportNameOf(outgoing))
  finish(nameOf(outgoing))
  flushFolder(folder)
  const bytes = files.reduce((sum, { size }) => sum + size, statSync(join(folder, nameOf(outgoing))).size)
  return bytes + (exported ? statSync(join(folder, exportNameOf(outgoing))).size : 0)
}

/** Nothing of an unfinished copy stays where it can be reached. */
export function giveUpAt({ folder }: Attached, outgoing: Outgoing): void {
  try {
    for (const name of [outgoing.stem, nameOf(outgoing), exportNameOf(outgoing)])
      rmSync(join(folder, name + partEnding), { recursive: true, force: true })
  } catch {
    // A stick that was pulled out is cleared at its next copy.
  }
}

const problemByCode: Readonly<Record<string, PlaceProblem>> = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  EFBIG: 'full',
  EROFS: 'readonly',
  EACCES: 'readonly',
  EPERM: 'readonly',
  EBUSY: 'locked',
  ETXTBSY: 'locked',
  EEXIST: 'locked',
  EISDIR: 'locked',
  ENOTEMPTY: 'locked',
  ENOENT: 'gone',
  ENOTDIR: 'gone',
  ENODEV: 'gone',
  ENXIO: 'gone',
  ESTALE: 'gone',
  EIO: 'unreadable',
}

/** What a place says through an error; null for what is no place's fault. */
export function problemOf(error: unknown): PlaceProblem | null {
  if (error instanceof DamagedCopy) return 'unreadable'
  if (!(error instanceof Error) || !('syscall' in error) || !('code' in error)) return null
  return problemByCode[String(error.code)] ?? null
}
