import { existsSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { backupStem } from '../../shared/backup/contract.ts'
import { isPlainPath } from '../../shared/file-name.ts'
import { databaseName } from '../folder.ts'
import { keptFolders } from '../kept-folders.ts'
import { keptFilesOf, listName, sealedEnding } from './kept-files.ts'

/** `hash` is of the file as it lies. */
type FileBeside = { from: string; name: string; hash: string | null; size: number; isEncrypted: boolean }

/** Of a backup the files that its list names; of a whole data folder, those that lie in it. */
export function filesBeside(path: string): FileBeside[] {
  const place = dirname(path)
  if (basename(path) === databaseName)
    return keptFilesOf(place).map(({ path: name, size }) => ({
      from: join(place, name),
      name,
      hash: null,
      size,
      isEncrypted: false,
    }))
  const folder = join(place, backupStem(basename(path)))
  const isEncrypted = path.endsWith(sealedEnding)
  const list = join(folder, listName)
  if (!existsSync(list)) return []
  return readFileSync(list, 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [, hash = '', lying = ''] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line) ?? []
      const isKept = keptFolders.some((kept) => lying.startsWith(`${kept}/`))
      // A folder of a later version is passed over; what names a place outside is for whoever restores to refuse.
      if (lying === '' || (!isKept && isPlainPath(lying))) return []
      const from = join(folder, lying)
      const name = isEncrypted ? lying.replace(/\.age$/, '') : lying
      return { from, name, hash, size: sizeOf(from), isEncrypted }
    })
}

/** What is not there, or cannot be anywhere, has no size; its hash will say so. */
function sizeOf(path: string): number {
  return path.includes('\0') ? 0 : (statSync(path, { throwIfNoEntry: false })?.size ?? 0)
}
