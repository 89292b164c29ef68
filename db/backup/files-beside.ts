import { existsSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { backupStem } from '../../shared/backup/contract.ts'
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
      const isKept = keptFolders.some((kept) => lying.startsWith(`${kept}/`)) && !lying.includes('..')
      if (!isKept) return []
      const from = join(folder, lying)
      const name = isEncrypted ? lying.replace(/\.age$/, '') : lying
      return { from, name, hash, size: statSync(from, { throwIfNoEntry: false })?.size ?? 0, isEncrypted }
    })
}
