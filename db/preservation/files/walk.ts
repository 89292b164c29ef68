import { lstatSync, readdirSync, type Dirent } from 'node:fs'
import { join, sep, toNamespacedPath } from 'node:path'
import { isPlainName } from '../../../shared/file-name.ts'
import { isSystemFile, longPath, nameKey, type FileProblem } from '../../../shared/preservation/rules.ts'

/** A file as its folder shows it, before anybody has looked into it. */
export type SeenFile = {
  /** Within the folder, parted by `/`, letter for letter as the disk has it. */
  path: string
  size: number
  modifiedMs: number
  problems: FileProblem[]
}

export type Walked = { file: SeenFile } | { ignored: string } | { unreadable: string }

/** Deeper than any shelf of folders; what lies below is named, not searched. */
const deepest = 64

/**
 * Every file below a folder, folder by folder in the order of their names. Links are named and never followed, so no
 * loop of them can hold anybody up. Throws only where the folder itself cannot be read. `takesAll` passes over nothing.
 */
export function* walk(root: string, takesAll = false): Generator<Walked> {
  const waiting: { path: string; depth: number }[] = [{ path: '', depth: 0 }]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const folder = placeOf(root, next.path)
    const entries = entriesOf(folder)
    if (!entries) {
      if (next.path === '') throw new Error('the folder cannot be read')
      yield { unreadable: next.path }
      continue
    }
    const twins = twinsAmong(entries)
    const below: { path: string; depth: number }[] = []
    for (const entry of entries) {
      const path = next.path === '' ? entry.name : `${next.path}/${entry.name}`
      if (!takesAll && isSystemFile(entry.name)) yield { ignored: path }
      else if (entry.isDirectory() && next.depth < deepest) below.push({ path, depth: next.depth + 1 })
      else {
        const isLong = root.length + 1 + path.length > longPath
        const place = `${folder}${sep}${entry.name}`
        yield seen(path, { entry, place, isLong, isTwin: twins.has(entry.name) })
      }
    }
    waiting.push(...below.toReversed())
  }
}

function entriesOf(folder: string): Dirent[] | null {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort(byName)
  } catch {
    return null
  }
}

function byName(a: Dirent, b: Dirent): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0
}

/** On Windows this form opens paths of any length. */
export function placeOf(root: string, path: string): string {
  return toNamespacedPath(path === '' ? root : join(root, path))
}

/** Two names of one folder that another disk would take for one. */
function twinsAmong(entries: readonly Dirent[]): Set<string> {
  const nameByKey = new Map<string, string>()
  const twins = new Set<string>()
  for (const { name } of entries) {
    const key = nameKey(name)
    const other = nameByKey.get(key)
    if (other !== undefined) twins.add(other).add(name)
    nameByKey.set(key, name)
  }
  return twins
}

type Seen = { entry: Dirent; place: string; isLong: boolean; isTwin: boolean }

function seen(path: string, { entry, place, isLong, isTwin }: Seen): Walked {
  const problems: FileProblem[] = []
  if (entry.isSymbolicLink() || (!entry.isFile() && !entry.isDirectory())) problems.push('link')
  if (entry.isDirectory()) problems.push('unreadable')
  if (isTwin) problems.push('twin_name')
  if (isLong) problems.push('long_path')
  if (!isPlainName(entry.name)) problems.push('windows_name')
  try {
    const facts = lstatSync(place)
    return { file: { path, size: facts.size, modifiedMs: Math.floor(facts.mtimeMs), problems } }
  } catch {
    return { file: { path, size: 0, modifiedMs: 0, problems: [...problems, 'unreadable'] } }
  }
}
