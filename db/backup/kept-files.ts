import { createHash } from 'node:crypto'
import {
  copyFileSync,
  createReadStream,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { keptFolder, keptFolders } from '../kept-folders.ts'

/** A file of a backup: its path below the data folder with `/`, and what it holds. */
export type KeptFile = { path: string; size: number; hash: string }
type Found = Omit<KeptFile, 'hash'>
type Told = (bytes: number) => void

/** Standing beside the files so that any program can check them: the form that `sha256sum -c` reads. */
export const listName = 'SHA256SUMS'

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

type Copying = {
  from: string
  to: string
  /** Where files of earlier backups lie by what they hold. */
  earlier: ReadonlyMap<string, string>
  /** Told of every stretch that was read; stops the work by throwing. */
  told: Told
}

/**
 * Copies the files and reads each one back; null where one did not come out as it went in. What a backup of the same
 * disk holds already takes no room again.
 */
export async function copyKept(
  files: readonly Found[],
  { from, to, earlier, told }: Copying,
): Promise<KeptFile[] | null> {
  const placeByHash = new Map(earlier)
  const copied: KeptFile[] = []
  for (const { path } of files) {
    const source = join(from, path)
    // Let go while the backup was on its way: it is no part of the library any more.
    if (!existsSync(source)) continue
    const target = join(to, path)
    const hash = await hashOf(source, told)
    mkdirSync(dirname(target), { recursive: true })
    const known = placeByHash.get(hash)
    const isLinked = known !== undefined && (await isLinkedSound(known, target, hash))
    if (!isLinked) {
      copyFileSync(source, target)
      if ((await hashOf(target, told)) !== hash) return null
    }
    placeByHash.set(hash, target)
    copied.push({ path, size: statSync(target).size, hash })
  }
  if (copied.length > 0)
    writeFileSync(join(to, listName), copied.map(({ hash, path }) => `${hash}  ${path}\n`).join(''))
  return copied
}

/** One file under two names, where the disk can do that and the file there is still what it was. */
async function isLinkedSound(known: string, target: string, hash: string): Promise<boolean> {
  try {
    if ((await hashOf(known, () => undefined)) !== hash) return false
    linkSync(known, target)
    return true
  } catch {
    return false
  }
}

async function hashOf(path: string, told: Told): Promise<string> {
  const sum = createHash('sha256')
  for await (const piece of createReadStream(path, { highWaterMark: 1 << 20 })) {
    sum.update(piece as Uint8Array)
    told((piece as Uint8Array).length)
  }
  return sum.digest('hex')
}
