import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, linkSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { keptFolder, keptFolders } from '../kept-folders.ts'
import { pack, sumOf, unpack, type Told } from './pack.ts'
import type { Sealer } from './sealing.ts'

/** A file of a backup: its path below the data folder with `/`, and what it holds. */
export type KeptFile = {
  path: string
  size: number
  hash: string
  /** Of the file as it lies, where it was encrypted. */
  sealedHash?: string
}
type Found = Pick<KeptFile, 'path' | 'size'>

/** Standing beside the files so that any program can check them: the form that `sha256sum -c` reads. */
export const listName = 'SHA256SUMS'
export const sealedEnding = '.age'

/** What modules keep beside the database at this moment; files that are still being written are not there yet. */
export function keptFilesOf(dataDir: string): Found[] {
  return keptFolders.flatMap((folder) =>
    filesBelow(keptFolder(dataDir, folder)).map((name) => {
      const path = `${folder}/${name.replaceAll('\\', '/')}`
      return { path, size: statSync(join(dataDir, path)).size }
    }),
  )
}

function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => !/\.part$|-wal$|-shm$/.test(name) && statSync(join(folder, name)).isFile())
    .toSorted()
}

/** Where a file of a backup lies that holds the same, and by what it is known there. */
type Known = { place: string; file: KeptFile }

type Copying = {
  from: string
  to: string
  /** Files of an earlier backup of the same place, by what they hold. */
  earlier: ReadonlyMap<string, Known>
  sealer: Sealer | null
  /** Told of every stretch that was read; stops the work by throwing. */
  told: Told
}

/** Where a file of a backup's folder lies. */
export function placeOfKept(folder: string, { path, sealedHash }: KeptFile): string {
  return join(folder, sealedHash === undefined ? path : path + sealedEnding)
}

/**
 * Copies the files and reads each one back; null where one did not come out as it went in. What a backup of the same
 * disk holds already takes no room again.
 */
export async function copyKept(files: readonly Found[], copying: Copying): Promise<KeptFile[] | null> {
  const { from, to, earlier, told } = copying
  const knownByHash = new Map(earlier)
  const copied: KeptFile[] = []
  for (const { path } of files) {
    const source = join(from, path)
    // Let go while the backup was on its way: it is no part of the library any more.
    if (!existsSync(source)) continue
    const hash = await sumOf(source, told)
    const known = knownByHash.get(hash)
    const file = (known && (await linked(known, { path, to }))) ?? (await copyOne({ path, hash }, copying))
    if (file === null) return null
    knownByHash.set(hash, { place: placeOfKept(to, file), file })
    copied.push(file)
  }
  if (copied.length > 0) writeFileSync(join(to, listName), copied.map(lineOf).join(''))
  return copied
}

function lineOf({ path, hash, sealedHash }: KeptFile): string {
  return sealedHash === undefined ? `${hash}  ${path}\n` : `${sealedHash}  ${path}${sealedEnding}\n`
}

async function copyOne(
  { path, hash }: { path: string; hash: string },
  { from, to, sealer, told }: Copying,
): Promise<KeptFile | null> {
  const source = join(from, path)
  const target = join(to, path)
  mkdirSync(dirname(target), { recursive: true })
  if (!sealer) {
    copyFileSync(source, target)
    return (await sumOf(target, told)) === hash ? { path, size: statSync(target).size, hash } : null
  }
  const lying = target + sealedEnding
  const [before, after] = [createHash('sha256'), createHash('sha256')]
  const packing = { sealer, isCompressed: false, told: () => undefined, content: before }
  const sealedHash = await pack(source, lying, packing)
  await unpack(lying, null, { opener: sealer.open, isCompressed: false, told, content: after })
  const isWhole = [before, after].every((sum) => sum.digest('hex') === hash)
  return isWhole ? { path, size: statSync(lying).size, hash, sealedHash } : null
}

/** One file under two names, where the disk can do that and the file there is still what it was. */
async function linked(
  { place, file }: Known,
  { path, to }: { path: string; to: string },
): Promise<KeptFile | null> {
  const next = { ...file, path }
  const target = placeOfKept(to, next)
  try {
    if ((await sumOf(place, () => undefined)) !== (file.sealedHash ?? file.hash)) return null
    mkdirSync(dirname(target), { recursive: true })
    linkSync(place, target)
    return next
  } catch {
    return null
  }
}
