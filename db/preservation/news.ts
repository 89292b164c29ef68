import type { Dirent } from 'node:fs'
import { lstat, readdir } from 'node:fs/promises'
import { isSystemFile } from '../../shared/preservation/rules.ts'
import type { QueriesOf } from '../context.ts'
import { placeOf } from './files/walk.ts'
import { requireFolder } from './folder-rows.ts'

const atOnce = 64

/** Asked every now and then: shares and sticks tell nobody when something on them changes. */
export const newsQueries: Pick<QueriesOf<'preservation'>, 'folderNews'> = {
  async folderNews({ id }, { db, fail, now }) {
    const folder = await requireFolder(db, id, fail)
    const rows = await db
      .selectFrom('digitalFile')
      .select(['path', 'size', 'modifiedMs', 'state'])
      .where('folderId', '=', id)
      .execute()
    const knownByPath = new Map(rows.filter(({ state }) => state !== 'gone').map((row) => [row.path, row]))
    const news = { isReachable: true, files: 0, added: 0, changed: 0, gone: 0, lookedAt: now }
    try {
      for await (const { path, size, modifiedMs } of shown(folder.path)) {
        const known = knownByPath.get(path)
        news.files += 1
        if (!known) news.added += 1
        else if (known.size !== size || known.modifiedMs !== modifiedMs) news.changed += 1
        knownByPath.delete(path)
      }
    } catch {
      return { ...news, isReachable: false, files: 0, added: 0, changed: 0 }
    }
    return { ...news, gone: knownByPath.size }
  },
}

/** As the walk of a check, but leaving the thread to other questions between two looks at the disk. */
async function* shown(root: string) {
  const waiting = ['']
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    const entries = await entriesOf(root, folder)
    const prefix = folder === '' ? '' : `${folder}/`
    const files: string[] = []
    for (const entry of entries) {
      if (isSystemFile(entry.name)) continue
      if (entry.isDirectory()) waiting.push(prefix + entry.name)
      else files.push(prefix + entry.name)
    }
    for (let from = 0; from < files.length; from += atOnce)
      yield* await Promise.all(files.slice(from, from + atOnce).map((path) => factsOf(root, path)))
  }
}

async function entriesOf(root: string, folder: string): Promise<Dirent[]> {
  const entries = readdir(placeOf(root, folder), { withFileTypes: true })
  return folder === '' ? entries : entries.catch(() => [])
}

async function factsOf(root: string, path: string) {
  const facts = await lstat(placeOf(root, path)).catch(() => null)
  return { path, size: facts?.size ?? 0, modifiedMs: Math.floor(facts?.mtimeMs ?? 0) }
}
